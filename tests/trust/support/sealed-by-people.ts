import { showReference } from '~/domain/reference';
import { database } from '~/platform/db.server';
import { crawl, dataAddress } from './crawl';
import { send, type Answer } from './http';
import { type PlantedBid } from './planted-bids';
import { type Scene, pathOf, cookieOf, denials, some } from './sealed-scene';

export async function ownPageControl({ address, submitted, canaries, findings }: Scene): Promise<void> {
  const { cookie } = submitted.lead;
  const path = `${pathOf(submitted)}/check`;
  const page = canaries.in((await send(address, path, { cookie })).body).length;
  const data = canaries.in((await send(address, dataAddress(path), { cookie })).body).length;
  findings.check(
    page > 10 && data > 10,
    `control: the bidder reads ${page} words on their own page, ${data} in its data`,
  );
}

const pagesOf = (bid: PlantedBid): string[] =>
  [
    '',
    '/sections/summary',
    '/sections/criterion-1',
    '/sections/people',
    '/sections/price',
    '/check',
    '/receipt',
    '/versions',
    '/team',
    '/withdraw',
    '/discard',
    '/exclude',
    '/scores',
    '/consensus',
  ].map((page) => pathOf(bid) + page);

/** The pages of both bids, as pages and as data. */
export async function bidPages({
  address,
  submitted,
  draft,
  onlookers,
  canaries,
  findings,
  sample,
}: Scene): Promise<void> {
  let tried = 0;
  const read: string[] = [];
  const answered: string[] = [];
  for (const who of onlookers)
    for (const path of [submitted, draft].flatMap(pagesOf).filter((_, index) => !sample || index % 4 === 0))
      for (const form of [path, dataAddress(path)]) {
        const answer = await send(address, form, cookieOf(who));
        tried += 1;
        read.push(...canaries.in(answer.body).map((word) => `${who.name} ${form} ${word}`));
        if (answer.status === 200) answered.push(`${who.name} ${form}`);
      }
  findings.check(
    read.length === 0,
    `pages of the bids, as page and as data: ${tried} tried, ${read.length} words read${some(read)}`,
  );
  findings.check(
    answered.length === 0,
    `none of them is a page: ${answered.length} answered 200${some(answered)}`,
  );
}

/** Commands sent to both bids; those by a known person stand in the trail. */
export async function postings({
  address,
  submitted,
  draft,
  onlookers,
  canaries,
  findings,
}: Scene): Promise<void> {
  const before = await denials();
  let known = 0;
  let tried = 0;
  const read: string[] = [];
  const done: string[] = [];
  for (const who of onlookers)
    for (const bid of [submitted, draft])
      for (const [page, form] of Object.entries({
        '/check': { revision: '1' },
        '/withdraw': {},
        '/sections/summary': { revision: '1', text: 'Mine now' },
        '/autosave': { revision: '1', section: 'summary', text: 'Mine now' },
        '/versions': { section: 'summary', revision: '1', keep: 'mine' },
      })) {
        const answer = await send(address, pathOf(bid) + page, {
          ...cookieOf(who),
          form: form as Record<string, string>,
        });
        tried += 1;
        if (who.id) known += 1;
        read.push(...canaries.in(answer.body));
        if (who.id && answer.status !== 404) done.push(`${who.name} ${page} ${answer.status}`);
      }
  const audited = (await denials()) - before;
  findings.check(
    read.length === 0 && done.length === 0,
    `commands sent to them: ${tried} tried, ${read.length} words read, ${done.length} not hidden${some(done)}`,
  );
  findings.check(audited === known, `${audited} of the ${known} attempts by known people stand in the trail`);
}

export async function fileAddresses({
  address,
  submitted,
  draft,
  onlookers,
  canaries,
  findings,
}: Scene): Promise<void> {
  const bids = await database().bid.findMany({ select: { id: true, reference: true } });
  const guesses = [submitted, draft].flatMap((bid) => [
    `${pathOf(bid)}/receipt.json`,
    `${pathOf(bid)}.json`,
    `${pathOf(bid)}.pdf`,
  ]);
  const byId = bids.flatMap(({ id }) => [`/files/${id}`, `/bids/${id}`, `/assets/${id}`]);
  const read: string[] = [];
  let tried = 0;
  for (const who of onlookers)
    for (const path of [...guesses, ...byId]) {
      const answer = await send(address, path, cookieOf(who));
      tried += 1;
      if (answer.status === 200) read.push(`${who.name} ${path}`);
      read.push(...canaries.in(answer.body));
    }
  findings.check(read.length === 0, `addresses of files: ${tried} tried, ${read.length} read${some(read)}`);
}

/** Search, lists, exports, histories, inboxes: wherever links lead, and where they do not. */
export async function crawls({
  address,
  question,
  submitted,
  draft,
  onlookers,
  canaries,
  findings,
  sample,
}: Scene): Promise<void> {
  const reference = showReference(question.reference);
  const words = canaries.words.filter((_, index) => index % 9 === 0);
  const starts = [
    ...words.flatMap((word) => [`/search?q=${word}`]),
    `/questions?q=${words[0]}`,
    `/findings?q=${words[0]}`,
    `/experts?q=${words[0]}`,
    ...[submitted, draft].map((bid) => `/history/bid/${showReference(bid.reference)}`),
    `/history/question/${reference}`,
    `/questions/${reference}`,
    `/questions/${reference}/file`,
    `/questions/${reference}/evaluation`,
    `/questions/${reference}/opening`,
    `/questions/${reference}/bid`,
    '/inbox',
    '/desk',
    '/account/data',
    '/administration/mail',
    '/map.csv',
    '/findings/export/csv',
    '/api/v1/findings',
    `/api/v1/questions/${reference}`,
    ...words.map((word) => `/api/v1/search/questions?q=${word}`),
    '/',
  ];
  let asked = 0;
  const read: string[] = [];
  for (const who of onlookers) {
    const seen = (path: string, { body }: Answer) =>
      read.push(
        ...canaries
          .in(path.includes('q=') ? withoutEcho(body, path) : body)
          .map((word) => `${who.name} ${path} ${word}`),
      );
    asked += await crawl(address, who.cookie, starts, sample ? starts.length + 4 : starts.length + 60, seen);
  }
  findings.check(
    read.length === 0,
    `search, lists, exports, histories and all that links lead to: ${asked} answers, ${read.length} words read${some(read)}`,
  );
}

/** A search page repeats what was asked; that word came from the asker. */
function withoutEcho(body: string, path: string): string {
  const asked = /q=([a-z0-9.]+)/.exec(path)?.[1] ?? '';
  return asked === '' ? body : body.replaceAll(asked, '');
}
