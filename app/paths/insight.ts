import { enc, withFilters, type Filters } from './address';

export const insightPaths = {
  map: (columns?: string) => (columns ? `/map?columns=${enc(columns)}` : '/map'),
  mapCsv: (columns: string, released = false) =>
    `/map.csv?columns=${enc(columns)}${released ? '&view=released' : ''}`,
  performance: (period: Filters = {}) => withFilters('/questions/performance', period),
  performanceCsv: (period: Filters) => withFilters('/questions/performance.csv', period),
  stageDurations: (period: Filters = {}) => withFilters('/questions/stages', period),
  measure: (measure: string, filters: Filters) =>
    withFilters(`/questions/performance/${enc(measure)}`, filters),
  findingsFeed: () => '/feeds/findings',
  searchFeed: (key: string) => `/feeds/searches/${enc(key)}`,
  search: (words?: string, of?: string) =>
    words ? `/search?q=${enc(words)}${of ? `&of=${of}` : ''}` : '/search',
};
