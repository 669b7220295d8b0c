import type { Path } from '../problem.ts'
import type { ItemReader } from './read-items.ts'
import type { Section } from './response.ts'
import type { ResponseFile } from './schema/response-file.ts'

type SectionInput = NonNullable<ResponseFile['sections']>[number]

export function readSections(
  inputs: readonly SectionInput[],
  at: Path,
  items: ItemReader,
): Section[] {
  const { reader, refuse } = items.context
  return inputs.map((input, index) => {
    const here = [...at, index]
    const title = reader.value(input.title, [...here, 'title'])
    const question = reader.value(input.question, [...here, 'question'])
    if (input.title === undefined && input.question === undefined) {
      refuse(here, 'missing-key', 'Missing title of this section, expected a title or a question')
    }
    const isQuestionApart = title && question && question.value !== title.value
    const grade = reader.words(input.grade, [...here, 'grade'])
    const previous = reader.words(input.previous, [...here, 'previous'])
    const introduction = reader.letterText(input.introduction, [...here, 'introduction'])
    return {
      at: here,
      id: items.ids.of(here),
      title: title ?? question ?? { at: here, value: '' },
      ...(isQuestionApart && { question }),
      ...(grade !== undefined && { grade }),
      ...(previous !== undefined && { previous }),
      ...(introduction && { introduction }),
      items: items.readList(input.items ?? [], [...here, 'items']),
      sections: readSections(input.sections ?? [], [...here, 'sections'], items),
    }
  })
}
