/** The product's own wording, made from templates/wording/ when the product is built. */
declare module 'section55:wording' {
  export const templates: Record<string, { text: string; spec: TemplateSpecification }>
  export const vocabulary: import('./vocabulary.ts').VocabularyWords
}
