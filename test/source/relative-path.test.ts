import { describe, expect, test } from 'vitest'
import { hintOf, resolvePath, sayRefusal } from '../../src/source/relative-path.ts'

test.each([
  ['a.yaml', 'responses/x/a.yaml'],
  ['./parts/Ŵyl 1.yaml', 'responses/x/parts/Ŵyl 1.yaml'],
  ['../y/*.yaml', 'responses/y/*.yaml'],
  ['parts/?.yaml', 'responses/x/parts/?.yaml'],
  ['console.yaml', 'responses/x/console.yaml'],
  ['.hidden', 'responses/x/.hidden'],
  ['a..b', 'responses/x/a..b'],
])('%s is followed', (path, whole) => {
  expect(resolvePath('responses/x', path)).toEqual({ path: whole })
})

describe('what no other computer could follow', () => {
  test.each([
    ['/home/a.yaml', 'absolute'],
    ['~/a.yaml', 'absolute'],
    ['C:\\letters\\a.yaml', 'absolute'],
    ['c:a.yaml', 'absolute'],
    ['\\\\server\\share\\a.yaml', 'absolute'],
    ['file:///C:/letters/a.yaml', 'address'],
    ['https://northshire.example/logo.svg', 'address'],
    ['parts\\a.yaml', 'backslash'],
    ['../../../a.yaml', 'outside'],
    ['con', 'windows'],
    ['parts/NUL.yaml', 'windows'],
    ['com1/a.yaml', 'windows'],
    ['parts./a.yaml', 'windows'],
    ['parts /a.yaml', 'windows'],
    ['parts/10:30.yaml', 'windows'],
    ['parts/who?/<a>.yaml', 'windows'],
    ['parts/"a".yaml', 'windows'],
  ] as const)('%s: %s', (path, refusal) => {
    expect(resolvePath('responses/x', path)).toEqual({ refusal })
  })

  test('is told with what to do', () => {
    expect(sayRefusal('windows')).toBe(
      'Unexpected name that Windows refuses, expected one that every computer can hold',
    )
    expect(hintOf('windows')).toContain('con, prn, aux, nul')
    expect(sayRefusal('address')).toBe(
      'Unexpected address, expected a path from the folder of this file',
    )
  })
})
