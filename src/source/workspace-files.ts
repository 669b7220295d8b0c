/** Files of one workspace. Paths are relative to its root, with forward slashes. */
export type WorkspaceFiles = {
  /** Bytes of a file. A path that leads out of the workspace, by a link too, is refused. */
  read: (path: string) => Promise<FileRead>
  /** What a folder holds, sorted by name; nothing where there is no such folder. */
  list: (folder: string) => Promise<FolderEntry[]>
  exists: (path: string) => Promise<boolean>
  /** Bytes of a file anywhere: for the one path that may lie outside, a signature's. */
  readOutside: (path: string) => Promise<FileRead>
}
export type FileRead =
  | { bytes: Uint8Array; refusal?: never }
  | { refusal: 'missing' | 'folder' | 'outside' | 'unreadable' | 'huge'; bytes?: never }
export type FolderEntry = { name: string; isFolder: boolean }
