"""Makes northshire-word.docx, stationery as an office's designer might: python-docx 1.2, run in this folder.
northshire-word-libreoffice.docx is the same, opened in LibreOffice 7.4 and saved as Word 2010-365 document."""

from datetime import datetime

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

PLUM = RGBColor(0x5B, 0x21, 0x5F)


def say(paragraph, text, size=9, colour=None, bold=False):
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.bold = bold or None
    if colour is not None:
        run.font.color.rgb = colour
    return run


def border(paragraph, edge):
    properties = paragraph._p.get_or_add_pPr()
    borders = OxmlElement('w:pBdr')
    line = OxmlElement(f'w:{edge}')
    for name, value in (('val', 'single'), ('sz', '8'), ('space', '4'), ('color', '5B215F')):
        line.set(qn(f'w:{name}'), value)
    borders.append(line)
    properties.append(borders)


document = Document()
normal = document.styles['Normal']
normal.font.name = 'Calibri'
normal.font.size = Pt(11)
normal.element.rPr.rFonts.set(qn('w:cs'), 'Calibri')
for level, size in ((1, 15), (2, 13), (3, 12), (4, 11), (5, 11)):
    heading = document.styles[f'Heading {level}']
    heading.font.name = 'Calibri'
    heading.font.size = Pt(size)
    heading.font.color.rgb = PLUM
title = document.styles['Title']
title.font.name = 'Calibri'
title.font.size = Pt(17)
title.font.color.rgb = PLUM

section = document.sections[0]
section.page_width, section.page_height = Mm(210), Mm(297)
section.top_margin, section.bottom_margin = Mm(28), Mm(28)
section.left_margin, section.right_margin = Mm(25), Mm(22)
section.different_first_page_header_footer = True
document.settings.odd_and_even_pages_header_footer = True

header = section.first_page_header
table = header.add_table(1, 2, Mm(163))
left, right = table.rows[0].cells
left.width, right.width = Mm(95), Mm(68)
picture = left.paragraphs[0].add_run().add_picture('../specimen/logo.png', height=Mm(22))
picture._inline.docPr.set('descr', 'Northshire, a star in a shield')
say(left.add_paragraph(), 'Police and Crime Commissioner for Northshire', 13, PLUM, True)
for line in ('Meridian House', '14 Castle Quay', 'Harbourne', 'Northshire NS1 4QT', '01632 960145'):
    paragraph = right.paragraphs[0] if line == 'Meridian House' else right.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.paragraph_format.space_after = Pt(0)
    say(paragraph, line)
header._element.remove(header.paragraphs[0]._p)
border(header.add_paragraph(), 'top')

for part, text, side in (
    (section.header, 'Office of the Police and Crime Commissioner for Northshire', WD_ALIGN_PARAGRAPH.RIGHT),
    (section.even_page_header, 'Our ref: {{our_ref}}', WD_ALIGN_PARAGRAPH.LEFT),
):
    paragraph = part.paragraphs[0]
    paragraph.alignment = side
    say(paragraph, text, 9, PLUM)

for part in (section.first_page_footer, section.footer, section.even_page_footer):
    paragraph = part.paragraphs[0]
    border(paragraph, 'top')
    say(paragraph, 'Meridian House, 14 Castle Quay, Harbourne, Northshire NS1 4QT · page ')
    run = say(paragraph, '', 9)
    for kind, text in (('begin', None), (None, ' PAGE '), ('end', None)):
        if kind:
            element = OxmlElement('w:fldChar')
            element.set(qn('w:fldCharType'), kind)
        else:
            element = OxmlElement('w:instrText')
            element.set(qn('xml:space'), 'preserve')
            element.text = text
        run._r.append(element)

# Word splits what is typed slowly, corrected, or spelt oddly.
paragraph = document.add_paragraph('Our ref: {{our')
mark = OxmlElement('w:proofErr')
mark.set(qn('w:type'), 'spellStart')
paragraph._p.append(mark)
paragraph.add_run('_').bold = True
paragraph.add_run('ref}}')
paragraph.paragraph_format.space_after = Pt(0)
document.add_paragraph('Your ref: {{ Your_Ref }}').paragraph_format.space_after = Pt(0)
document.add_paragraph('{{date}}')
document.add_paragraph('{{addressee}}')
document.add_paragraph('{{body}}')

core = document.core_properties
core.author = core.last_modified_by = 'A. Designer'
core.title, core.comments = 'Letterhead', ''
core.created = core.modified = datetime(2026, 1, 5, 9)
document.save('northshire-word.docx')
