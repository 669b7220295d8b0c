/**
 * The fixed sentences that a single letter may word in its own way (`letter.wording`), by the names of
 * their files in templates/wording/. Labels that say whose words follow are the office's to change, for
 * all its letters.
 */
export const replaceableWording: readonly string[] = [
  'title',
  'header',
  'opening',
  'comments-heading',
  'actions-lead-in',
  'chief-officer-heading',
  'findings-heading',
  'introduction-heading',
  'conclusion-heading',
  'reply-heading',
  'appendix-heading',
  'lead-in',
  'publication',
  'copies',
  'description',
  'draft-notice',
]

/** Those of them that a letter may leave out: `false`. Without a heading its text would belong to another. */
export const optionalWording: readonly string[] = [
  'opening',
  'actions-lead-in',
  'lead-in',
  'publication',
  'copies',
]
