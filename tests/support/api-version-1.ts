/**
 * What version 1 of the API promised when it was given out. Lines are added when something is promised; none is
 * changed or taken away within the version.
 */
export const VERSION_1 = `
GET /findings 200
  takes ?q: string; ?threat: array; ?strand: array; ?enabler: array; ?level: array; ?priority: array; ?type:
    array; ?confidence: array; ?origin: a word; ?from: integer; ?to: integer; ?cursor: string; ?limit:
    integer
  answers items: array; items[].reference: string; items[].title: string; items[].authors: array;
    items[].year: integer or null; items[].venue: string; items[].studyType: a word; items[].confidence: a
    word or null; items[].bibliographic: boolean; items[].invented: boolean; items[].released: boolean;
    items[].fromQuestion: boolean; items[].threatAreas: array; items[].page: string; next: string or null
POST /findings 201
  takes title: string; authors: array; authors[].name: string; authors[].orcid: string; authors[].roles:
    array; kind: a word; year: integer; venue: string; volume: string; issue: string; pages: string;
    publisher: string; doi: string; webAddress: string
  answers reference: string
GET /findings/{reference} 200
  takes ?version: integer
  answers reference: string; page: string; state: a word; marking: string; bibliographic: boolean; invented:
    boolean; confidence: a word or null; publishedAt: string or null; releasedAt: string or null;
    retractedAt: string or null; retractedReason: string or null; reviewBy: string or null; sharedBy: string
    or null; question: object or null; question.reference: string; question.title: string; supersededBy:
    object or null; supersededBy.reference: string; supersededBy.title: string; mergedInto: string or null;
    version: object; version.number: integer; version.revision: integer; version.title: string;
    version.keyMessages: string; version.summary: string; version.methods: string; version.limits: string;
    version.studyType: a word; version.kind: a word; version.authors: array; version.authors[].name: string;
    version.authors[].orcid: string or null; version.authors[].roles: array; version.year: integer or null;
    version.venue: string; version.volume: string or null; version.issue: string or null; version.pages:
    string or null; version.publisher: string or null; version.doi: string or null; version.webAddress:
    string or null; version.licence: string; version.notStated: array; version.publishedAt: string or null;
    versions: array; versions[].number: integer; versions[].changeNote: string; versions[].publishedAt:
    string; terms: array; terms[].scheme: string; terms[].slug: string; terms[].name: string; cases: array;
    cases[].reference: string; cases[].name: string; cases[].document: string; cases[].text: string; links:
    array; links[].kind: a word; links[].direction: a word; links[].note: string; links[].confirmed:
    boolean; links[].other: object; links[].other.reference: string; links[].other.title: string;
    links[].other.year: integer or null; links[].other.retracted: boolean; directions: array;
    directions[].about: string; directions[].name: string; directions[].direction: a word;
    directions[].note: string; ratings: array; ratings[].priority: object; ratings[].priority.reference:
    string; ratings[].priority.name: string; ratings[].priority.document: string; ratings[].summary: object;
    ratings[].summary.counted: integer; ratings[].summary.cannotJudge: integer;
    ratings[].summary.withInterest: integer; ratings[].summary.stale: integer; ratings[].summary.mean:
    number or null; ratings[].summary.spread: array; ratings[].summary.spread[].role: a word;
    ratings[].summary.spread[].counts: array
GET /findings/{reference}/ratings 200
  answers items: array; items[].priority: object; items[].priority.reference: string; items[].priority.name:
    string; items[].priority.document: string; items[].summary: object; items[].summary.counted: integer;
    items[].summary.cannotJudge: integer; items[].summary.withInterest: integer; items[].summary.stale:
    integer; items[].summary.mean: number or null; items[].summary.spread: array;
    items[].summary.spread[].role: a word; items[].summary.spread[].counts: array; items[].ratings: array;
    items[].ratings[].rater: string; items[].ratings[].isOwn: boolean; items[].ratings[].value: integer or
    null; items[].ratings[].certainty: integer; items[].ratings[].reason: string; items[].ratings[].role: a
    word; items[].ratings[].interest: boolean; items[].ratings[].stale: a word or null;
    items[].ratings[].changedAt: string
GET /findings/{reference}/citation 200
  takes ?format: a word
GET /questions 200
  takes ?q: string; ?threat: array; ?strand: array; ?enabler: array; ?level: array; ?priority: array;
    ?route: array; ?state: array; ?team: string; ?cursor: string; ?limit: integer
  answers items: array; items[].reference: string; items[].title: string; items[].summary: string;
    items[].state: a word; items[].outcome: a word or null; items[].route: string; items[].team: string;
    items[].closesAt: string or null; items[].publishedAt: string or null; items[].budgetMinimum: integer or
    null; items[].budgetMaximum: integer or null; items[].threats: array; items[].page: string; next: string
    or null
POST /questions 201
  takes title: string; route: string; team: string; threats: array; strands: array; enablers: array; levels: array;
    priorities: array
  answers reference: string
GET /questions/{reference} 200
  answers reference: string; page: string; title: string; summary: string; state: a word; outcome: a word or
    null; outcomeReason: string or null; withdrawnReason: string or null; marking: string; released:
    boolean; invented: boolean; route: object; route.slug: string; route.name: string; route.takesBids:
    boolean; route.takesAdvice: boolean; team: object; team.reference: string; team.name: string;
    team.organisation: string; decision: string; decisionDate: string or null; neededBy: string or null;
    asked: array; background: string; outputs: string; budget: string; publishedAt: string or null;
    clarificationsCloseAt: string or null; closesAt: string or null; answersDueAt: string or null; criteria:
    array; criteria[].name: string; criteria[].weight: integer; terms: array; terms[].scheme: string;
    terms[].slug: string; terms[].name: string; priorities: array; priorities[].reference: string;
    priorities[].name: string; addenda: array; addenda[].number: integer; addenda[].text: string;
    addenda[].publishedAt: string; clarifications: array; clarifications[].reference: string;
    clarifications[].question: string; clarifications[].answer: string; mergedInto: string or null; tookIn:
    array; tookIn[].reference: string; tookIn[].title: string
GET /questions/{reference}/draft 200
  answers reference: string; state: a word; returnedReason: string or null; tasks: array; tasks[].slug:
    string; tasks[].title: string; tasks[].state: string; tasks[].values: object; tasks[].seen: string
GET /findings/{reference}/comments 200
  takes ?cursor: string
  answers items: array; items[].reference: string; items[].author: string; items[].level: a word;
    items[].body: string; items[].postedAt: string; items[].edited: boolean; items[].hiddenReason: string or
    null; items[].replies: array; items[].replies[].reference: string; items[].replies[].author: string;
    items[].replies[].level: a word; items[].replies[].body: string; items[].replies[].postedAt: string;
    items[].replies[].edited: boolean; items[].replies[].hiddenReason: string or null; next: string or null
POST /findings/{reference}/comments 200
  takes level: a word; body: string; notPersonal: boolean
  answers reference: string
GET /questions/{reference}/comments 200
  takes ?cursor: string
  answers items: array; items[].reference: string; items[].author: string; items[].level: a word;
    items[].body: string; items[].postedAt: string; items[].edited: boolean; items[].hiddenReason: string or
    null; items[].replies: array; items[].replies[].reference: string; items[].replies[].author: string;
    items[].replies[].level: a word; items[].replies[].body: string; items[].replies[].postedAt: string;
    items[].replies[].edited: boolean; items[].replies[].hiddenReason: string or null; next: string or null
POST /questions/{reference}/comments 200
  takes level: a word; body: string; notPersonal: boolean
  answers reference: string
GET /experts 200
  takes ?threat: string; ?method: string; ?availability: a word; ?language: string; ?region: string;
    ?willing: a word; ?cursor: string; ?limit: integer
  answers items: array; items[].reference: string; items[].name: string; items[].title: string;
    items[].organisation: string or null; items[].summary: string; items[].availability: a word;
    items[].invented: boolean; items[].threatAreas: array; items[].page: string; next: string or null
GET /experts/{reference} 200
  answers reference: string; page: string; name: string; title: string; orcid: string or null; invented:
    boolean; summary: string; interests: string; availability: a word; availableFrom: string or null;
    capacityDays: integer or null; languages: array; regions: array; willingFor: array; webAddress: string
    or null; confirmedAt: string; terms: array; terms[].scheme: string; terms[].name: string; terms[].slug:
    string; derived: array; derived[].name: string; derived[].works: integer; affiliations: array;
    affiliations[].reference: string; affiliations[].organisation: string; affiliations[].post: string;
    affiliations[].startsOn: string; affiliations[].endsOn: string or null; affiliations[].verified:
    boolean; works: array; works[].title: string; works[].year: integer or null; works[].venue: string;
    works[].doi: string or null; works[].finding: string or null
GET /organisations 200
  takes ?q: string; ?kind: a word; ?cursor: string; ?limit: integer
  answers items: array; items[].reference: string; items[].name: string; items[].kind: string;
    items[].level: string or null; items[].region: string or null; items[].invented: boolean; items[].teams:
    integer; items[].members: integer; items[].page: string; next: string or null
GET /organisations/{reference} 200
  answers reference: string; page: string; name: string; kind: string; level: string or null; region: string
    or null; rorId: string or null; invented: boolean; closedAt: string or null; mergedInto: string or null;
    domains: array; teams: array; teams[].reference: string; teams[].name: string; teams[].purpose: string;
    teams[].members: integer; people: array; people[].reference: string; people[].name: string;
    people[].post: string; people[].expert: boolean
GET /search/questions 200
  takes ?q: string
  answers items: array; items[].reference: string; items[].title: string; items[].fact: string;
    items[].snippet: string; more: boolean; problems: array; problems[].text: string; problems[].at: integer
GET /search/findings 200
  takes ?q: string
  answers items: array; items[].reference: string; items[].title: string; items[].fact: string;
    items[].snippet: string; more: boolean; problems: array; problems[].text: string; problems[].at: integer
GET /search/experts 200
  takes ?q: string
  answers items: array; items[].reference: string; items[].title: string; items[].fact: string;
    items[].snippet: string; more: boolean; problems: array; problems[].text: string; problems[].at: integer
GET /search/organisations 200
  takes ?q: string
  answers items: array; items[].reference: string; items[].title: string; items[].fact: string;
    items[].snippet: string; more: boolean; problems: array; problems[].text: string; problems[].at: integer
GET /terms 200
  takes ?scheme: a word
  answers items: array; items[].scheme: a word; items[].reference: string; items[].slug: string;
    items[].name: string; items[].definition: string; items[].standing: a word; items[].parentName: string
    or null; items[].retiredAt: string or null
GET /priorities 200
  answers items: array; items[].slug: string; items[].document: string; items[].kind: a word;
    items[].current: boolean; items[].when: string; items[].priorities: array;
    items[].priorities[].reference: string; items[].priorities[].name: string
PUT /findings/{reference}/draft/work 200
  takes revision: integer; title: string; authors: array; authors[].name: string; authors[].orcid: string;
    authors[].roles: array; kind: a word; year: integer; venue: string; volume: string; issue: string;
    pages: string; publisher: string; doi: string; webAddress: string
  answers reference: string
PUT /findings/{reference}/draft/content 200
  takes revision: integer; threatAreas: array; strands: array; enablers: array; levels: array; studyType: a
    word; summary: string; keyMessages: string; methods: string; limits: string; licence: string;
    firstPublicOn: string; cases: array; cases[].priority: string; cases[].text: string
  answers reference: string
POST /findings/{reference}/submission 200
  answers reference: string
PUT /findings/{reference}/ratings/{priority} 200
  takes value: a word; certainty: integer; reason: string; interest: boolean
  answers reference: string; counted: boolean
PUT /questions/{reference}/draft/need 200
  takes title: string; summary: string; decision: string; decisionDate: string; neededBy: string; seen:
    string; intent: a word; notPersonal: boolean
  answers reference: string
PUT /questions/{reference}/draft/scope 200
  takes questionsAsked: string; background: string; outputs: string; seen: string; intent: a word;
    notPersonal: boolean
  answers reference: string
POST /term-proposals 200
  takes scheme: a word; name: string; why: string
  answers reference: string
`;

interface Promised {
  operation: string;
  takes: string[];
  answers: string[];
}

/** The promises one by one: an operation stands at the margin, its fields are indented and part at semicolons. */
export function promisesIn(text: string): Promised[] {
  const blocks = text.trim().split(/\n(?=\S)/);
  return blocks.map((block) => {
    const [operation = '', ...lines] = block.split('\n');
    const rest = lines.map((line) => line.trim()).join(' ');
    const part = (kind: string) => {
      const found = new RegExp(`\\b${kind} (.*?)(?= answers |$)`).exec(rest)?.[1] ?? '';
      return found.split('; ').filter((field) => field !== '');
    };
    return { operation, takes: part('takes'), answers: part('answers') };
  });
}
