"""Words that so many news reports use that sharing them ties no two of them."""

from __future__ import annotations

EVERYDAY = frozenset(
    """
    a about above according across after again against ago all almost along already also although
    always am among an and announced another any are area around as asked at available away back be
    because become been before began behind being believe best better between big both bring but by
    call called came can case change city close come comes coming could country court day days dead
    death did different director do does doing done down due during each early eight eighteen either
    eleven end enough even evening ever every expected face fact family far few fifteen fifty final
    find first five following for former forty found four friday from full further gave get give
    given go going good got government great group had half has have he head held help her here high
    him his home hour hours house how however hundred hundreds i if important in including inside
    information into is it its itself january february march april may june july august september
    october november december just keep killed know known large last late later latest lead leader
    least led left less let life like likely line little local long made main major make man many
    matter me media members men might million minister minutes monday month months more morning most
    much must my named national near nearly need never new news next night nine nineteen no nor north
    not nothing now number of off office officer officers official officials often old on once one
    only onto open or order other others our out outside over own part past people per person place
    plan planned point police possible president probably problem public put question quickly quite
    quoted rather read real really recent reported reporter reporters report reports released right
    room run said same saturday saw say saying says scene second security see seen sent seven
    seventeen several she should show shown side since six sixteen sixty small so some someone
    something soon source sources south spoke spokesman spokesperson spokeswoman staff start started
    state statement statements states still story such sunday support sure take taken team tell ten
    than that the their them themselves then there these they thing things think third thirteen thirty
    this those though thought thousand thousands three through thursday time times to today together
    told tomorrow too took top toward towards town tried try tuesday turn turned twelve twenty two
    under until up upon us use used using very wanted was way we wednesday week weeks well went were
    west what when where whether which while who whole whom whose why will with within without woman
    women words work worked working world would writes year years yes yesterday yet you young your
    ap afp reuters associated press agency agencies copyright photo photos image images updated update
    published posted http https www com html caption file share email print comments correspondent
    """.split()
)
