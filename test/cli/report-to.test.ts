import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { WrongUse } from '../../src/cli/command.ts'
import { outputReader, type Output } from '../../src/cli/options.ts'
import { reportTo, share } from '../../src/cli/report-to.ts'
import { FORMATS } from '../../src/reporters/index.ts'
import type { Report } from '../../src/reporters/reporter.ts'
import { aReport, tell, todo } from '../reporters/make.ts'
import { aFolder, anIo } from './make.ts'

const readOutput = outputReader(FORMATS)

async function* stream(reports: Report[]): AsyncGenerator<Report> {
  for (const report of reports) yield await Promise.resolve(report)
}

const reports = [aReport({ name: 'one', problems: [todo] }), aReport({ name: 'two' })]

async function run(outputs: Output[], files: Record<string, string> = {}) {
  const cwd = aFolder(files)
  const io = anIo({ cwd, today: '2019-11-21' })
  const options = { format: 'text', isQuiet: false, isColourWanted: true, outputs } as const
  const complaints = await reportTo(stream(reports), options, io)
  return { cwd, complaints, out: io.out }
}

test('each report is told in every format that was asked for, as it would be alone', async () => {
  const { cwd, out, complaints } = await run([
    { format: 'sarif', path: 'check.sarif' },
    { format: 'junit', path: 'new/folder/report.xml' },
  ])
  expect(complaints).toEqual([])
  expect(out).toBe(await tell('text', reports))
  const read = (path: string) => readFileSync(join(cwd, path), 'utf8')
  expect(read('check.sarif')).toBe(await tell('sarif', reports))
  expect(read('new/folder/report.xml')).toBe(await tell('junit', reports))
  expect(readdirSync(cwd).sort()).toEqual(['check.sarif', 'new'])
})

test('a file takes the place of the one before', async () => {
  const { cwd } = await run([{ format: 'json', path: 'a.json' }], { 'a.json': 'old' })
  expect(JSON.parse(readFileSync(join(cwd, 'a.json'), 'utf8'))).toHaveLength(1)
  expect(readdirSync(cwd)).toEqual(['a.json'])
})

test('a file that cannot be written is said once all is told, and the others are written', async () => {
  const { cwd, out, complaints } = await run(
    [
      { format: 'json', path: 'folder' },
      { format: 'json', path: 'file/below.json' },
      { format: 'json', path: 'fine.json' },
    ],
    { 'folder/x': '', file: '' },
  )
  expect(out).toContain('one: ')
  expect(complaints).toEqual([
    {
      message: 'Unexpected folder folder, expected a file or nothing there',
      hint: 'Choose another file: --output FORMAT=FILE.',
    },
    expect.objectContaining({ message: expect.stringContaining('file') as string }),
  ])
  expect(readdirSync(cwd).sort()).toEqual(['file', 'fine.json', 'folder'])
})

test('colours are for the terminal, not for files', async () => {
  const cwd = aFolder({})
  const io = anIo({ cwd, isTerminal: true, columns: 40 })
  const outputs: Output[] = [{ format: 'text', path: 'check.txt' }]
  await reportTo(
    stream(reports),
    { format: 'text', isQuiet: false, isColourWanted: true, outputs },
    io,
  )
  expect(io.out).toContain('\u001b[')
  expect(readFileSync(join(cwd, 'check.txt'), 'utf8')).toBe(await tell('text', reports))
})

describe('share', () => {
  test('makes the next once all readers are done with the last', async () => {
    const made: number[] = []
    async function* count() {
      for (let number = 1; number <= 3; number++) {
        made.push(number)
        yield await Promise.resolve(number)
      }
    }
    const [quick, slow] = share(count(), 2)
    const [one, two] = [quick![Symbol.asyncIterator](), slow![Symbol.asyncIterator]()]
    const first = one.next()
    await Promise.resolve()
    expect(made).toEqual([])
    expect([(await two.next()).value, (await first).value]).toEqual([1, 1])
    void one.next()
    await Promise.resolve()
    expect(made).toEqual([1])
  })

  test('gives a fault to all readers', async () => {
    async function* fail() {
      yield await Promise.reject<number>(new Error('broken'))
    }
    const readers = share(fail(), 2).map(async reader => {
      for await (const value of reader) expect(value).toBeUndefined()
    })
    expect((await Promise.allSettled(readers)).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ])
  })
})

describe('--output', () => {
  const complaintOf = (...words: string[]) => {
    try {
      words.reduce<Output[]>((before, word) => readOutput(word, before), [])
    } catch (error) {
      if (error instanceof WrongUse) return error.complaint
    }
    return undefined
  }

  test('is a format and a file, as often as wanted', () => {
    const before = readOutput('sarif=check.sarif')
    expect(readOutput('junit=a=b.xml', before)).toEqual([
      { format: 'sarif', path: 'check.sarif' },
      { format: 'junit', path: 'a=b.xml' },
    ])
  })

  test('without one of them is wrong use, and says what was meant', () => {
    const message = (word: string) =>
      `Unexpected --output ${word}, expected FORMAT=FILE, FORMAT one of text, json, sarif, github, junit or markdown`
    expect(complaintOf('sarfi=x')).toEqual({
      message: message('sarfi=x'),
      hint: 'Did you mean --output sarif=x?',
    })
    expect(complaintOf('junit')).toEqual({
      message: message('junit'),
      hint: 'Did you mean --output junit=FILE?',
    })
    expect(complaintOf('report.xml')).toEqual({ message: message('report.xml') })
    expect(complaintOf('json=')).toMatchObject({ message: message('json=') })
  })

  test('to a file of the office is wrong use', () => {
    expect(complaintOf('json=responses/northshire-2019/response.yaml')).toEqual({
      message:
        'Unexpected --output json=responses/northshire-2019/response.yaml, expected a file that is not YAML',
      hint: 'YAML is what the office writes: it would be lost.',
    })
  })

  test('twice to one file is wrong use', () => {
    expect(complaintOf('sarif=x', 'junit=./x')).toEqual({
      message: 'Unexpected --output junit=./x, expected a file of its own',
      hint: 'sarif is written there.',
    })
  })
})
