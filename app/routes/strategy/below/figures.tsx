import { findingsIn, type Counts } from '~/domain/insight/map/marks';
import { paths } from '~/paths';
import { StatStrip } from '~/ui/report/stat-strip';

interface Props {
  counts: Counts;
  /** How many of the findings nobody has to look at again yet. */
  current: number;
  about: Record<string, string>;
  experts?: { count: number; href: string } | null;
  used?: number;
}

/** The chain below a page in figures: asked, bought, known, and who knows or what was changed. */
export function Figures({ counts, current, about, experts, used }: Props) {
  const findings = findingsIn(counts);
  return (
    <StatStrip
      label="In figures"
      stats={[
        {
          value: counts.question,
          label: counts.question === 1 ? 'open question' : 'open questions',
          href: paths.questionsAbout({ ...about, state: 'asked' }),
        },
        {
          value: counts.commission,
          label: counts.commission === 1 ? 'live commission' : 'live commissions',
          href: paths.questionsAbout({ ...about, state: 'commissioned' }),
        },
        {
          value: findings,
          label: findings === 1 ? 'finding' : 'findings',
          note: `${current} current, ${counts['not-appraised']} not yet appraised`,
          href: paths.findingsAbout(about),
        },
        ...(experts
          ? [{ value: experts.count, label: experts.count === 1 ? 'expert' : 'experts', href: experts.href }]
          : []),
        ...(used === undefined
          ? []
          : [{ value: used, label: used === 1 ? 'impact record' : 'impact records', href: '#used' }]),
      ]}
    />
  );
}
