import type { Fields } from '~/components/form';
import type { TaskSlug } from '~/domain/questions/tasks/task-list';
import { AreasForm } from './areas-form';
import type { TaskAbout, TaskChoices } from './choices';
import { CriteriaForm } from './criteria-form';
import { DatesForm } from './dates-form';
import { EthicsForm } from './ethics-form';
import { NeedForm } from './need-form';
import { PeopleForm } from './people-form';
import { ProcurementForm } from './procurement-form';
import { RequestForm } from './request-form';
import { ScopeForm } from './scope-form';
import { TermsForm } from './terms-form';

interface Props {
  task: TaskSlug;
  fields: Fields;
  choices: TaskChoices;
  about: TaskAbout;
}

/** The fields of one task. */
export function TaskFields({ task, fields, choices, about }: Props) {
  switch (task) {
    case 'need':
      return <NeedForm fields={fields} />;
    case 'areas':
      return <AreasForm fields={fields} choices={choices} />;
    case 'scope':
      return <ScopeForm fields={fields} />;
    case 'ethics':
      return <EthicsForm fields={fields} />;
    case 'terms':
      return <TermsForm fields={fields} about={about} />;
    case 'procurement':
      return <ProcurementForm fields={fields} about={about} />;
    case 'criteria':
      return <CriteriaForm fields={fields} about={about} />;
    case 'dates':
      return <DatesForm fields={fields} about={about} />;
    case 'people':
      return <PeopleForm fields={fields} choices={choices} about={about} />;
    case 'request':
      return <RequestForm fields={fields} choices={choices} about={about} />;
  }
}
