/** The product's own wording, made from templates/wording/ when the product is built. */
declare module 'section55:wording' {
  type Templates = Record<string, { text: string; spec: TemplateSpecification }>
  export const templates: Templates
  /** The few that a Welsh letter need not bring itself. */
  export const welshTemplates: Templates
  export const vocabularyText: string
  export const vocabulary: import('./vocabulary.ts').VocabularyWords
}
