/** As much of JSON Schema, draft 2020-12, as our schemas use, and what editors read beside it. */
export type JsonSchema = {
  $schema?: string
  $id?: string
  $ref?: string
  $defs?: Record<string, JsonSchema>
  title?: string
  description?: string
  type?: string | string[]
  enum?: (string | boolean)[]
  pattern?: string
  minimum?: number
  maximum?: number
  properties?: Record<string, JsonSchema>
  required?: string[]
  propertyNames?: JsonSchema
  additionalProperties?: boolean | JsonSchema
  items?: JsonSchema
  anyOf?: JsonSchema[]
  not?: JsonSchema
  if?: JsonSchema
  then?: JsonSchema
  else?: JsonSchema
  /** The YAML language server's own: what it says in place of its sentence. */
  errorMessage?: string
  /** Ours, from the schema's meta: what a value should have been. Never published. */
  expected?: string
}
