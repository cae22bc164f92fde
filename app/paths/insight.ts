import { enc, withFilters, type Filters } from './address';

export const insightPaths = {
  map: (view: string | Filters = {}) =>
    withFilters('/map', typeof view === 'string' ? { columns: view } : view),
  mapFile: (format: 'csv' | 'ods', view: Filters) => withFilters(`/map.${format}`, view),
  mapOverlap: (day: Filters = {}) => withFilters('/map/overlap', day),
  mapCapacity: (day: Filters = {}) => withFilters('/map/capacity', day),
  mapRecords: (view: Filters) => withFilters('/map/records', view),
  publicSummary: () => '/in-brief',
  publicSummaryCsv: () => '/in-brief.csv',
  demand: (view: Filters = {}) => withFilters('/demand', view),
  demandLog: (figure: Filters) => withFilters('/demand/log', figure),
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
