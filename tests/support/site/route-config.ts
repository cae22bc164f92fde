/** Stands in for the framework's route helpers in tests: theirs load its whole compiler. */
export const index = (file: string) => ({ file, index: true });
export const route = (path: string, file: string) => ({ file, path });
