/** Answers of the shape that `GET /works/{doi}` of Crossref has; the works are invented. */
export const CROSSREF = {
  status: 'ok',
  'message-type': 'work',
  'message-version': '1.0.0',
  message: {
    DOI: '10.5555/Ports.2021',
    type: 'journal-article',
    title: ['Ports &amp; <i>profits</i>'],
    subtitle: ['What the records say'],
    author: [
      {
        given: 'Josiah',
        family: 'Carberry',
        sequence: 'first',
        ORCID: 'http://orcid.org/0000-0002-1825-0097',
      },
      { given: 'Jan', family: 'van der Berg', suffix: 'Jr', ORCID: 'http://orcid.org/0000-0002-1825-0098' },
      { name: 'Port Crime Research Group', sequence: 'additional' },
      { sequence: 'additional' },
    ],
    'container-title': ['Global <b>Crime</b>'],
    volume: '22',
    issue: '3-4',
    page: '101–120',
    publisher: 'Informa UK Limited',
    issued: { 'date-parts': [[null]] },
    'published-online': { 'date-parts': [[2021, 7, 1]] },
    URL: 'http://dx.doi.org/10.5555/ports.2021',
  },
};

/** Answers of the shape that `GET /dois/{doi}` of DataCite has. */
export const DATACITE = {
  data: {
    id: '10.5072/seizures',
    type: 'dois',
    attributes: {
      doi: '10.5072/SEIZURES',
      titles: [{ title: 'Saisies', titleType: 'TranslatedTitle' }, { title: 'Seizures at ports 2010–2020' }],
      creators: [
        {
          name: 'Carberry, Josiah',
          nameType: 'Personal',
          givenName: 'Josiah',
          familyName: 'Carberry',
          nameIdentifiers: [
            { nameIdentifier: 'https://orcid.org/0000-0002-1825-0097', nameIdentifierScheme: 'ORCID' },
          ],
        },
        { name: 'Office for Statistics', nameType: 'Organizational', nameIdentifiers: [] },
      ],
      publisher: { name: 'UK Data Service' },
      publicationYear: 2022,
      container: { title: 'Crime data', volume: '7', issue: '1', firstPage: '3', lastPage: '9' },
      types: { resourceTypeGeneral: 'Dataset' },
      url: 'https://example.org/seizures',
    },
  },
};
