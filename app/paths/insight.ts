import { enc } from './address';

export const insightPaths = {
  map: (columns?: string) => (columns ? `/map?columns=${enc(columns)}` : '/map'),
  mapCsv: (columns: string, released = false) =>
    `/map.csv?columns=${enc(columns)}${released ? '&view=released' : ''}`,
  search: (words?: string, of?: string) =>
    words ? `/search?q=${enc(words)}${of ? `&of=${of}` : ''}` : '/search',
};
