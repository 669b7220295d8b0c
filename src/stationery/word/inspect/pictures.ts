import type { Finding } from '../../finding.ts'
import type { Story, WordStationery } from '../read-word.ts'
import { ancestorsOf, attributeOf, elementsNamed, hasElement } from '../../../office-file/xml.ts'
import type { XmlElement } from '../../../office-file/xml.ts'
import { placeAround } from './revisions.ts'

/** WCAG 2.2, 1.1.1. */
export function inspectPictures({ stories }: WordStationery): Finding[] {
  return stories.flatMap(story =>
    [...drawingsWithoutAlt(story), ...shapesWithoutAlt(story)].map(
      ({ element, name }): Finding => ({
        severity: 'warning',
        message: `Missing alternative text of ${name ? `the picture "${name}"` : 'a picture'}, expected what it says to those who do not see it`,
        hint: 'Right-click it in Word, choose View Alt Text, and describe it or mark it as decorative',
        where: story.kind === 'body' ? placeAround(story, element) : story.name,
      }),
    ),
  )
}

type Found = { element: XmlElement; name: string | undefined }

/** The file holds some twice: for today's Word, and for older ones. */
const isFallback = (element: XmlElement): boolean =>
  [...ancestorsOf(element)].some(({ name }) => name === 'mc:Fallback')

const drawingsWithoutAlt = ({ part }: Story): Found[] =>
  elementsNamed(part.root, 'wp:docPr')
    .filter(properties => {
      const isPicture = properties.parent !== undefined && hasElement(properties.parent, 'a:blip')
      const says = ['descr', 'title'].some(
        key => (attributeOf(properties, key) ?? '').trim() !== '',
      )
      const isDecorative = elementsNamed(properties, 'adec:decorative').some(found =>
        ['1', 'true'].includes(attributeOf(found, 'val') ?? ''),
      )
      return isPicture && !says && !isDecorative && !isFallback(properties)
    })
    .map(element => ({ element, name: attributeOf(element, 'name') }))

const shapesWithoutAlt = ({ part }: Story): Found[] =>
  elementsNamed(part.root, 'v:imagedata')
    .map(({ parent }) => parent)
    .filter(shape => shape !== undefined)
    .filter(shape => (attributeOf(shape, 'alt') ?? '').trim() === '' && !isFallback(shape))
    .map(element => ({ element, name: undefined }))
