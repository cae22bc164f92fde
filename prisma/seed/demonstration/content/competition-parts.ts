import type { CompetitionParts } from '../competition-parts';

/** By question: what a newcomer finds of the parts that only some competitions have. */
export const PARTS: Record<string, CompetitionParts> = {
  'printed-firearms': {
    conditions: ['Nobody named in the bid sells printers, parts or designs'],
    essentials: [
      [
        'All examination happens inside a laboratory that is licensed for it',
        'A letter from the laboratory, or how you would get one',
        'The laboratory manager has confirmed in writing that the work may be done there, under its licence.',
      ],
      [
        'No design name, setting or instruction leaves the laboratory',
        'The handling note that your staff follow',
        'Our handling note, in use since 2021, allows counts and grades to leave, and nothing else.',
      ],
    ],
    interviews: {
      places: 2,
      most: 5,
      asks: 'Who decides at the laboratory whether you may start?\nWhat do you leave behind if the second half is stopped?',
      found: {
        hamish: [2, 'All three of the panel. The laboratory manager came along and confirmed the dates.'],
        tomasz: [1, 'All three of the panel. Clear about the wait for vetting; no date could be given.'],
      },
    },
    notice: { daysAgo: 70, address: 'https://www.find-tender.service.gov.uk/Notice/000000-2026' },
    signed: { hamish: 'catriona' },
    keeps: ['tomasz'],
    reserves: 1,
    letters: true,
    challenge: {
      daysAgo: 3,
      by: 'tomasz',
      grounds: ['evidence', 'scoring'],
      text: 'The reasons say that we have no access yet. Our fourth answer names the laboratory that agreed in principle, and the date of its letter. We ask that this is read again, and the score with it.',
    },
  },
  'investigators-abroad': {
    conditions: ['You deliver none of the five programmes, and have not in the last three years'],
    expressions: {
      closed: 3,
      criteria:
        'Access to people who were trained, in at least two regions.\nA way to tell what lasts from what would have happened anyway.\nCare for participants who are still in office.',
      words: 300,
      sent: [
        [
          'kwame',
          'Kwame Asante-Boateng, lead\nA court reporter in each of three countries',
          'We would trace every fourth participant through published postings and court lists, and interview forty of them outside their offices. Partners in West Africa are agreed; for the Western Balkans we look for one.',
        ],
        [
          'yasmin',
          'Yasmin El-Sayed, lead\nTwo interviewers in Tunis and Amman',
          'We would interview sixty participants and sixty colleagues who were not chosen for the courses, and compare what both do two years on.',
        ],
        [
          'wanjiru',
          'Wanjirũ Kamau, lead',
          'We would compare the five programmes with three of the nineteen-seventies whose files are open, and ask which traits went with survival.',
        ],
      ],
      judged: [
        [
          'kwame',
          'yes',
          'Access in one region is agreed and shown; the trace through court lists tells what lasts.',
        ],
      ],
    },
    session: {
      announced: 4,
      inDays: 8,
      subject: 'The lists of participants: what is in them, and how the winner may use them',
      joining: 'By video. The link is sent to whoever may bid, an hour before.',
    },
    extension: {
      daysAgo: 1,
      by: 14,
      reason: 'The human rights assessments reach us two weeks later than planned, and bids need them.',
    },
  },
  'crypto-cash': { bidders: 'hidden' },
};
