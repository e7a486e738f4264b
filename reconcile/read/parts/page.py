"""Parse a web page as trafilatura wants it, and copy parts of it. A door to lxml beside `markup`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from copy import deepcopy

from reconcile.errors import ReadError
from reconcile.read.parts.extras import needed
from reconcile.read.parts.markup import Element


def parse_page(file: str, text: str) -> Element:
    """Return the root element of a web page, mended as browsers do; comments are left out.

    Raises ReadError where nothing can be made of it, and MissingExtra without lxml.
    """
    needed("lxml.html", "formats", "web pages", file)
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, LookupError, AssertionError) as error:
        raise ReadError(file, f"it is no HTML that can be read ({error})") from error


class Paths:
    """Tells the XPaths of many elements of a page, each element's neighbours being counted once."""

    def __init__(self) -> None:
        self.steps: dict[Element, str] = {}
        self.counted: set[Element] = set()

    def of(self, element: Element) -> str:
        """Return the XPath of an element: "/html/body/p[2]"."""
        steps = [self._step(e) for e in (element, *element.iterancestors())]
        return "/" + "/".join(reversed(steps))

    def _step(self, element: Element) -> str:
        parent = element.getparent()
        if parent is None:
            return str(element.tag)
        if parent not in self.counted:
            self.counted.add(parent)
            children = [child for child in parent if isinstance(child.tag, str)]
            total, number = Counter(child.tag for child in children), Counter[str]()
            for child in children:
                number[child.tag] += 1
                place = f"[{number[child.tag]}]" if total[child.tag] > 1 else ""
                self.steps[child] = f"{child.tag}{place}"
        return self.steps[element]


def copy_without(element: Element, names: Sequence[str]) -> Element:
    """Return a page that holds a copy of an element alone, without what has one of the names."""
    from lxml import etree

    page = element.makeelement("html")
    body = etree.SubElement(page, "body")
    copied = deepcopy(element)
    copied.tail = None
    if copied.tag == "body":
        page.replace(body, copied)
    else:
        body.append(copied)
    etree.strip_elements(page, *names, with_tail=False)
    return page
