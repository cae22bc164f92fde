import { z } from 'zod';
import { listInput, optionalTextInput } from '../../form-inputs';
import { MARKINGS, showMarking } from '../marking';
import { APPROVALS, DPIA, LAWFUL_BASES, PERSONAL_DATA, PRINCIPLES, RATINGS, VETTING } from './ethics-choices';
import {
  choiceInput,
  labelOf,
  messages,
  readStored,
  task,
  YES_NO,
  type DraftRow,
  type Missing,
} from './task';

const rating = () => choiceInput(RATINGS);
const note = (principle: number) => optionalTextInput(500, `Note on principle ${principle}`);

/** The checklist of Government Social Research; each principle has a colour and a note. */
export const ethicsFields = {
  benefitRating: rating(),
  benefitNote: note(1),
  methodsRating: rating(),
  methodsNote: note(2),
  protectionRating: rating(),
  protectionNote: note(3),
  consentRating: rating(),
  consentNote: note(4),
  participationRating: rating(),
  participationNote: note(5),
  harmRating: rating(),
  harmNote: note(6),
};

/** Of the fields that take words; those that take a choice ask in whole sentences. */
export const DATA_LABELS = {
  controller: 'Controller',
  processor: 'Processor',
  dpiaReference: 'Reference of the assessment',
  dataSharing: 'How data will be shared',
  trustedResearchNote: 'Note on trusted research',
} as const;

export const dataFields = {
  personalData: choiceInput(PERSONAL_DATA),
  lawfulBasis: choiceInput(LAWFUL_BASES),
  controller: optionalTextInput(200, DATA_LABELS.controller),
  processor: optionalTextInput(200, DATA_LABELS.processor),
  dpiaStatus: choiceInput(DPIA),
  dpiaReference: optionalTextInput(100, DATA_LABELS.dpiaReference),
  dataSharing: optionalTextInput(1000, DATA_LABELS.dataSharing),
  vetting: choiceInput(VETTING),
  trustedResearch: choiceInput(YES_NO),
  trustedResearchNote: optionalTextInput(500, DATA_LABELS.trustedResearchNote),
  approvals: listInput(
    z.string().refine((value) => APPROVALS.some((one) => one.value === value), 'Choose from the list'),
  ),
};

const fields = { ...ethicsFields, ...dataFields, marking: choiceInput(MARKINGS) };

type Values = z.output<z.ZodObject<typeof fields>>;

export const ratingField = (slug: string) => `${slug}Rating` as keyof typeof ethicsFields;
export const noteField = (slug: string) => `${slug}Note` as keyof typeof ethicsFields;

function missingRatings(values: Values): Missing {
  return messages(
    Object.fromEntries(
      PRINCIPLES.flatMap(({ slug, name }) => {
        const given = values[ratingField(slug)];
        const unexplained = given !== undefined && given !== 'green' && values[noteField(slug)] === '';
        return [
          [ratingField(slug), !given && `Rate “${name}”`],
          [noteField(slug), unexplained && `Say what is being done about “${name}”`],
        ];
      }),
    ),
  );
}

function missingData(values: Values): Missing {
  const personal = values.personalData !== undefined && values.personalData !== 'none';
  return messages({
    personalData: !values.personalData && 'Say whether the work uses personal data',
    lawfulBasis: personal && !values.lawfulBasis && 'Choose the lawful basis',
    controller: personal && values.controller === '' && 'Name the controller',
    processor: personal && values.processor === '' && 'Name the processor, or write “none”',
    dpiaStatus: !values.dpiaStatus && 'Say where the data protection impact assessment stands',
    dpiaReference:
      values.dpiaStatus === 'done' && values.dpiaReference === '' && 'Enter the reference of the assessment',
    dataSharing: personal && values.dataSharing === '' && 'Say how data will be shared',
    vetting: !values.vetting && 'Say which vetting is needed',
    trustedResearch: !values.trustedResearch && 'Say whether trusted research guidance applies',
    marking: !values.marking && 'Choose a marking',
  });
}

export const ethics = task({
  slug: 'ethics',
  title: 'Ethics, data and security',
  fields,
  valuesOf: (row: DraftRow) => ({
    ...readStored(ethicsFields, row.ethics),
    ...readStored(dataFields, row.dataProtection),
    marking: row.marking,
  }),
  missing: (values) => ({ ...missingRatings(values), ...missingData(values) }),
  answers: (row) => {
    const checked = readStored(ethicsFields, row.ethics);
    const data = readStored(dataFields, row.dataProtection);
    return [
      ...PRINCIPLES.map(({ slug, name }) => ({
        label: name,
        value: [labelOf(RATINGS, checked[ratingField(slug)]), checked[noteField(slug)]]
          .filter(Boolean)
          .join(': '),
      })),
      { label: 'Personal data', value: labelOf(PERSONAL_DATA, data.personalData) },
      { label: 'Lawful basis', value: labelOf(LAWFUL_BASES, data.lawfulBasis) },
      { label: 'Controller', value: data.controller },
      { label: 'Processor', value: data.processor },
      {
        label: 'Data protection impact assessment',
        value: [labelOf(DPIA, data.dpiaStatus), data.dpiaReference].filter(Boolean).join(', '),
      },
      { label: 'Data sharing', value: data.dataSharing },
      { label: 'Vetting', value: labelOf(VETTING, data.vetting) },
      {
        label: 'Trusted research guidance applies',
        value: [labelOf(YES_NO, data.trustedResearch), data.trustedResearchNote].filter(Boolean).join(': '),
      },
      {
        label: 'Approvals needed before fieldwork',
        value: data.approvals.map((one) => labelOf(APPROVALS, one)).join(', ') || 'None',
      },
      { label: 'Marking', value: showMarking(row.marking) },
    ];
  },
});

/** Approvals that have to be there before fieldwork, in words; they become milestones. */
export const approvalsNeeded = (dataProtection: unknown): string[] =>
  readStored(dataFields, dataProtection).approvals.map((one) => labelOf(APPROVALS, one));
