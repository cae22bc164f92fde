import { enc } from './address';

export const insightPaths = {
  map: (columns?: string) => (columns ? `/map?columns=${enc(columns)}` : '/map'),
  mapCsv: (columns: string, released = false) =>
    `/map.csv?columns=${enc(columns)}${released ? '&view=released' : ''}`,
  findingsFeed: () => '/feeds/findings',
  searchFeed: (key: string) => `/feeds/searches/${enc(key)}`,
  search: (words?: string, of?: string) =>
    words ? `/search?q=${enc(words)}${of ? `&of=${of}` : ''}` : '/search',
};
