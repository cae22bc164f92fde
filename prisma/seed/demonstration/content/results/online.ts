import type { DeliveredStory } from '../../story';
import { P } from '../priorities';

const CC_BY = 'Creative Commons Attribution 4.0';
const OGL = 'Open Government Licence 3.0';

/** What winners delivered, by question and lead. All results are invented. */
export const ONLINE: Record<string, DeliveredStory[]> = {
  'online-protection/meilin': [
    {
      milestone: 1,
      daysAgo: 84,
      title: 'Protection on the device: what a prototype catches and misses (interim report)',
      summary: 'Invented result. A prototype that warns on the device recognised 91 per cent of lawful test images of nudity and was wrong on 1.2 per cent of others. Errors were twice as frequent on phones older than six years and somewhat more frequent for darker skin, which the second half of the project addresses. Nothing left the device.',
      limits: 'Lawful images of adults stand in for what cannot be tested. The attack by an independent group is still to come.',
      review: 'The error rates by skin tone and age of device are what we asked for and hardly anybody publishes.',
      accepted: true,
      finding: {
        key: 'device-warnings',
        studyType: 'method',
        keyMessages: 'A warning on the device caught 91 per cent of test images without anything leaving the phone.\nErrors were twice as frequent on old phones.\nErrors differed by skin tone; that has to be mended before use.',
        methods: 'Prototype on eight phones, 24,000 lawful images, error rates by device, network and skin tone.',
        licence: CC_BY,
        cases: [[P.childAbuse, 'It shows that protection and privacy can be measured on one system.']],
        published: 68,
        rated: {
          priorities: [[P.childAbuse, 3.9]],
          reasons: {
            5: ['It gave the regulator numbers where there were claims.', 'We changed what we ask of providers.'],
            4: ['The figures for old phones matter for the families we see.', 'Shapes an option on default settings.'],
            3: ['Stand-in images limit what follows from it.', 'Good engineering; the attack will decide.'],
            2: ['Offenders adapt to whatever is on the device.', 'Far from our casework.'],
          },
        },
      },
    },
  ],
  'online-protection/hannah': [
    {
      milestone: 1,
      daysAgo: 90,
      title: 'Warnings at the moment of a risky search: protocol and pilot (interim report)',
      summary: 'Invented result. In a pilot with 22,000 showings, a warning that named the helpline and said that many people stop was followed by a repeated search in 31 per cent of cases, against 44 per cent with the present wording. Calls to the helpline rose from three to eleven a week.',
      limits: 'A pilot on one service for three weeks. Users may have gone elsewhere.',
      review: 'Registered before it began, and reported as registered. The helpline coped.',
      accepted: true,
      finding: {
        key: 'warnings-pilot',
        studyType: 'impact',
        keyMessages: 'A warning that names help and says that many stop lowered repeated searches from 44 to 31 per cent.\nCalls to the helpline rose from three to eleven a week.\nWhether users went elsewhere is not known yet.',
        methods: 'Randomised pilot of four wordings with 22,000 showings on one service, registered beforehand.',
        licence: CC_BY,
        cases: [[P.childAbuse, 'Wording costs nothing and this pilot suggests that it matters.'], [P.victims, 'Each search not repeated is a demand not made.']],
        published: 73,
        released: 'Registered trials are published whatever they show.',
        rated: {
          priorities: [[P.childAbuse, 4.3]],
          reasons: {
            5: ['Our prevention bid was rewritten around it.', 'We asked two providers to change their wording.'],
            4: ['A randomised pilot is rare here.', 'The rise in calls is what convinced us.'],
            3: ['Three weeks on one service.', 'I want to see the full trial.'],
            2: ['Displacement is not measured, so I would not build on it yet.'],
          },
        },
      },
    },
  ],
  'ransomware-payments/sunniva': [
    {
      milestone: 1,
      daysAgo: 118,
      title: 'Who decides, and when: the first 72 hours after ransomware (interim report)',
      summary: 'Invented result. In 34 interviews the decision was made between hour 30 and hour 60 in 23 cases. Fewer than half of the boards knew at hour 24 whether backups worked. In 19 cases the first outside adviser was an insurer; the police were called before the decision in eight. Nobody who had rehearsed a decision paid.',
      limits: 'Six of the 34 had rehearsed, too few to say that rehearsal is the cause. Insurers chose whom to invite.',
      review: 'The hour-by-hour account is new and usable. I asked for the caution about rehearsal to stand in the summary, and it does.',
      accepted: true,
      finding: {
        key: 'first-72-hours',
        studyType: 'qualitative',
        keyMessages: 'The decision to pay is mostly made between hour 30 and hour 60.\nFewer than half of boards knew at hour 24 whether backups worked.\nInsurers were the first advisers in most cases; the police were called first in few.',
        methods: '34 interviews with decision makers, reached through advisers with a sealed invitation.',
        licence: CC_BY,
        cases: [
          [P.cyberIncident, 'Help that arrives after hour 60 arrives too late.'],
          [P.hostile, 'It shows where advice to boards could be changed before payment.'],
        ],
        published: 100,
        rated: {
          priorities: [[P.cyberIncident, 4.3], [P.hostile, 3.6]],
          reasons: {
            5: ['We moved the first call to hour 12.', 'It decided that insurers sit at the table.'],
            4: ['Hour 30 to 60 is now in our playbook.', 'Shapes an option on advice to boards.'],
            3: ['Insurers chose the interviewees.', 'Useful picture, small numbers.'],
            2: ['Large firms only, as far as I can see.', 'Tells us what responders say each week.'],
            1: ['No bearing on the cases we get, which are small firms.'],
          },
        },
      },
    },
    {
      milestone: 2,
      daysAgo: 66,
      title: 'Paying, reporting and help: ransomware decisions and what would change them',
      summary: 'Invented result. A list experiment with 1,186 firms put payment among victims at 34 per cent (interval 22 to 46), above what direct questions gave (19). In two of three countries with a duty to report before paying, reporting rose and payment did not fall within a year. Help with testing backups in the first day was the offer most often taken up and went with fewer payments, though firms that took it up differ in other ways.',
      limits: 'Wide intervals; three countries; the help was not assigned by chance.',
      review: 'The list experiment is done by the book and its width is shown. On the duty to report it says less than ministers hoped and no more than it knows.',
      accepted: true,
      finding: {
        key: 'duty-to-report',
        studyType: 'impact',
        keyMessages: 'About a third of victims pay, more than say so when asked directly.\nA duty to report before paying raised reporting; it did not lower payment within a year.\nHelp with testing backups on the first day was taken up most and went with fewer payments.',
        methods: 'List experiment with 1,186 firms, difference in differences across three countries, 60 interviews.',
        licence: OGL,
        cases: [
          [P.cyberIncident, 'It says which offer of help to fund first.'],
          [P.economy, 'A duty to report is weighed on evidence rather than on hope.'],
        ],
        published: 50,
        released: 'A duty to report is being debated in public.',
        rated: {
          priorities: [[P.cyberIncident, 4.4], [P.hostile, 4.0], [P.economy, 3.7]],
          reasons: {
            5: ['The submission to ministers was changed in its third paragraph.', 'Backup testing on day one is now offered to everybody.'],
            4: ['Shapes the option on a duty, with its limits.', 'The gap between 19 and 34 is the number I quote.'],
            3: ['Three countries are three cases.', 'Wide intervals; informs, no more.'],
            2: ['The duty abroad differs from what is proposed here.', 'Payment within a year is too short a time.'],
          },
        },
      },
    },
  ],
};
