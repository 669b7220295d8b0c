/** The names of bookmarks: letters, digits and underscores, a letter first, at most 40 of them. */
export class Anchors {
  readonly #names = new Map<string, string>()
  readonly #taken: Set<string>
  readonly #set: string[] = []

  /** The highest number and the names of bookmarks that the file has already. */
  constructor(
    private readonly highest = 0,
    names: readonly string[] = [],
  ) {
    this.#taken = new Set(names.map(name => name.toLowerCase()))
  }

  /** The name for an id of the tree, the same for its heading and all links to it. */
  name(id: string): string {
    const known = this.#names.get(id)
    if (known !== undefined) return known
    const plain = id
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^(?![A-Za-z])/, 'at_')
      .slice(0, 34)
    let name = plain
    for (let count = 2; this.#taken.has(name.toLowerCase()); count++) name = `${plain}_${count}`
    this.#names.set(id, name)
    this.#taken.add(name.toLowerCase())
    return name
  }

  /** Marks the id's place, and gives the number of its bookmark. */
  set(id: string): number {
    return this.highest + this.#set.push(id)
  }

  /** Ids that links lead to and no heading has. */
  get missing(): string[] {
    const set = new Set(this.#set)
    return [...this.#names.keys()].filter(id => !set.has(id))
  }
}
