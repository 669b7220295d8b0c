// https://learn.microsoft.com/windows/win32/fileio/naming-a-file

/** Whatever stands behind a dot. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i
const CHARACTER = /[<>:"|?*\\\u0000-\u001f]/
/** Windows drops them, and finds another file, or none. */
const ENDING = /[. ]$/

/** A name that Windows keeps for a machine beside the computer. */
export const isDevice = (name: string): boolean => DEVICE.test(name)

/** A file or folder of this name cannot be made, copied to or checked out there. */
export const isRefusedByWindows = (name: string): boolean =>
  isDevice(name) || CHARACTER.test(name) || ENDING.test(name)

export const WINDOWS_NAMES =
  'Windows refuses < > : " | ? * \\ in a name, a dot or a space at its end, and con, prn, aux, nul, com1, lpt1 and the like.'
