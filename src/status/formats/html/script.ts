/**
 * The filter, and what is folded being printed. Without it the page is whole. It makes its controls
 * itself, so that nobody is shown one that does nothing, and takes its words from the page as words.
 */
export const SCRIPT = `
(() => {
  'use strict'
  const folded = new Set()
  addEventListener('beforeprint', () => {
    for (const one of document.querySelectorAll('details:not([open])')) {
      one.open = true
      folded.add(one)
    }
  })
  addEventListener('afterprint', () => {
    for (const one of folded) one.open = false
    folded.clear()
  })

  const home = document.getElementById('filters')
  if (!home) return
  const make = (name, keys = {}, ...children) => {
    const element = Object.assign(document.createElement(name), keys)
    element.append(...children)
    return element
  }
  const wordsOf = element => element.textContent.replace(/\\s+/g, ' ').trim()
  const groups = [...document.querySelectorAll('.group')].map(element => ({
    element,
    name: wordsOf(element.querySelector('h3')).replace(/ [\\d,]+$/, ''),
    number: element.querySelector('h3 .count'),
    rows: [...element.querySelectorAll('tr[data-of]')].map(row => {
      const [response, kind, word] = row.dataset.of.split(' ')
      return { row, response, kind, word }
    }),
  }))
  const all = groups.flatMap(({ rows }) => rows)
  const show = number => String(number).replace(/\\B(?=(?:\\d{3})+$)/g, ',')

  const titles = new Map()
  for (const { row, response } of all)
    if (!titles.has(response)) {
      const link = row.querySelector('a[href^="#r"]')
      if (link) titles.set(response, wordsOf(link))
    }
  const kinds = home.dataset.kinds.split('|').map((name, index) => [String(index), name]).filter(([kind]) => all.some(one => one.kind === kind))
  const words = [...document.querySelectorAll('tr[data-word]')].map(row => [row.dataset.word, wordsOf(row.querySelector('.label'))])

  const select = (label, every, options) => {
    const control = make('select', {}, make('option', { value: '' }, every))
    for (const [value, name] of options) control.append(make('option', { value }, name))
    return { control, field: make('label', { className: 'field' }, make('span', {}, label), control), isOf: options.length > 1 }
  }
  const response = select('Response', 'All responses', [...titles])
  const kind = select('Kind', 'All kinds', kinds)
  const group = select('Where it stands', 'Everywhere', groups.map(({ name }, index) => [String(index), name]))
  const word = select('The force’s word', 'All words', words)
  const text = make('input', { type: 'search', autocomplete: 'off' })
  const overdue = make('input', { type: 'checkbox' })
  const clear = make('button', { type: 'button' }, 'Show all items')
  const shown = make('p', { className: 'shown' })
  shown.setAttribute('role', 'status')
  const fields = make('div', { className: 'fields' }, make('label', { className: 'field' }, make('span', {}, 'Words in it'), text))
  for (const one of [response, kind, group, word]) if (one.isOf) fields.append(one.field)
  const late = groups.findIndex(({ element }) => element.id === 'items-overdue')
  if (late >= 0) fields.append(make('label', { className: 'field check' }, overdue, make('span', {}, 'Overdue only')))
  fields.append(clear)
  home.append(make('fieldset', {}, make('legend', {}, 'Show only some items'), fields), shown)

  const apply = () => {
    const asked = text.value.trim().toLowerCase()
    let number = 0
    groups.forEach(({ element, number: told, rows }, index) => {
      const isAsked = (group.control.value === '' || group.control.value === String(index)) && (!overdue.checked || index === late)
      let here = 0
      for (const one of rows) {
        const fits = isAsked
          && (response.control.value === '' || response.control.value === one.response)
          && (kind.control.value === '' || kind.control.value === one.kind)
          && (word.control.value === '' || word.control.value === one.word)
          && (asked === '' || (one.words ??= wordsOf(one.row).toLowerCase()).includes(asked))
        if (one.row.hidden === fits) one.row.hidden = !fits
        if (fits) here += 1
      }
      told.textContent = here === rows.length ? show(here) : show(here) + ' of ' + show(rows.length)
      if (element.hidden !== (here === 0)) element.hidden = here === 0
      number += here
    })
    home.classList.toggle('is-filtered', number < all.length)
    shown.textContent = number === all.length
      ? 'All ' + show(number) + (number === 1 ? ' item is shown' : ' items are shown')
      : (number === 0 ? 'None' : show(number)) + ' of ' + show(all.length) + (number === 1 ? ' items is shown' : ' items are shown')
  }
  let waiting
  text.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(apply, 200)
  })
  for (const control of [response.control, kind.control, group.control, word.control, overdue])
    control.addEventListener('change', apply)
  clear.addEventListener('click', () => {
    for (const control of [text, response.control, kind.control, group.control, word.control]) control.value = ''
    overdue.checked = false
    apply()
  })
  // A link to what the filter hides shows it again.
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href^="#items"]')
    if (link && document.querySelector(link.hash)?.hidden) clear.click()
  })
  apply()
})()
`
