/** What takes no room: soft hyphens, characters without width, marks of direction, controls. */
const UNSEEN =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/g

/** As its reader sees it: nothing that takes no room, and the line break of mainframes is a space. */
export const seenWords = (text: string): string => text.replace(UNSEEN, '').replace(/\u0085/g, ' ')
