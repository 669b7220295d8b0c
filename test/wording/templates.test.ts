import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { replaceableWording } from '../../src/model/wording-names.ts'

const folder = 'templates/wording'
const names = readdirSync(folder).flatMap(file => /^(.+)\.hbs$/.exec(file)?.[1] ?? [])

test('the README of the wording lists every template, and no other', () => {
  const rows = readFileSync(`${folder}/README.md`, 'utf8').match(/^\| `[a-z].*$/gm) ?? []
  const listed = rows
    .filter(row => row.split('|').length >= 5)
    .flatMap(row => [...row.split('|')[1]!.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name!))
  expect(listed.sort()).toEqual(names.sort())
})

test('what a letter may replace are sentences that stand in templates', () => {
  expect(names).toEqual(expect.arrayContaining([...replaceableWording]))
})

test('the statutory words cite the Act as it stands', () => {
  const texts = names.map(name => readFileSync(`${folder}/${name}.hbs`, 'utf8')).join('\n')
  expect(texts.match(/section 55[()\dA-Z]*/g)?.sort()).toEqual([
    'section 55',
    'section 55',
    'section 55(5)',
    'section 55(5A)',
  ])
  expect(texts).not.toMatch(/30 days|55\(1\)|proscribed/)
})
