/** The glob of a configuration that is for every file. */
export const EVERY_FILE = '**/*.*';
