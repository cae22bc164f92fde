import type { Story } from '../../story';
import { P } from '../priorities';

/** Expert advice requests; what their experts answered stands in `advice/`. */
const common = { decision: '', background: '', outputs: '', levels: [], types: [], strands: [] };

export const emptyContainers: Story = {
  ...common,
  key: 'empty-containers',
  team: 'border-force',
  route: 'expert-advice-request',
  reaches: 'answered',
  title: 'If more empty containers were scanned, where would contraband go instead?',
  summary: 'A scanner for empty containers could be moved from one terminal to another next quarter.',
  decision: 'We decide whether the gain would outlast the first months.',
  asked: ['What happened elsewhere when empties were scanned?', 'How long did it take until routes changed?', 'What should be measured from the first day?'],
  threats: ['illegal-drugs'],
  strands: ['pursue'],
  enablers: ['borders-and-ports'],
  priorities: [P.highestHarm],
  budget: [0, 400],
  published: 170,
  closes: 161,
  invites: { people: ['joris', 'gareth'] },
};

export const goldSanctions: Story = {
  ...common,
  key: 'gold-sanctions',
  team: 'fcdo',
  route: 'expert-advice-request',
  reaches: 'answered',
  title: 'Would sanctions on a few gold traders change smuggling, or only who profits?',
  summary: 'Listing traders is one of three options on the table for the spring.',
  decision: 'We decide which option is worked up.',
  asked: ['What followed earlier listings of traders in gold or diamonds?', 'Which traders are hard to replace, and why?'],
  threats: ['bribery-corruption-sanctions-evasion', 'money-laundering'],
  strands: ['pursue'],
  enablers: ['overseas-instability', 'illicit-finance'],
  priorities: [P.hostile],
  published: 120,
  closes: 110,
  invites: { people: ['wanjiru', 'yasmin'] },
};

export const tenMinutes: Story = {
  ...common,
  key: 'ten-minutes',
  team: 'college',
  route: 'expert-advice-request',
  reaches: 'published',
  title: 'What can an officer ask in ten minutes to tell a visitor from somebody who has taken over a home?',
  summary: 'A checklist is being revised; officers have about ten minutes and the tenant is rarely alone.',
  decision: 'We decide which five questions stay.',
  asked: ['Which questions have worked for you or in studies you trust?', 'Which do harm if the wrong person hears them?'],
  threats: ['illegal-drugs', 'modern-slavery-human-trafficking'],
  strands: ['protect'],
  enablers: ['violence-and-intimidation'],
  priorities: [P.victims],
  published: 5,
  closes: -6,
  invites: { people: ['amara', 'daniel'] },
};
