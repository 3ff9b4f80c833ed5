import { publicationOf } from '../../analysis/publication.ts';
import type { Postmortem } from '../../model/record.ts';
import type { SiteSettings } from '../../model/site.ts';
import { allowedInFront } from '../allowances.ts';
import type { Rule } from '../sources.ts';
import { zoneFault } from '../times/zones.ts';
import { hint } from './finding.ts';

export const timeToPublish: Rule = {
  name: 'time-to-publish',
  what: 'A postmortem is published within the hours that `publishWithinHours` in site.yaml allows from `resolved`.',
  *judge({ postmortems, site }) {
    const { publishWithinHours, timezone } = site.values;
    if (publishWithinHours === undefined || timezone === undefined || zoneFault(timezone)) return;
    for (const entry of postmortems) {
      const { published, ongoing = false } = entry.values;
      if (published === undefined) continue;
      // The rest of a record has no say in it.
      const postmortem = { published, resolved: entry.moments.resolved, ongoing } as Postmortem;
      const publication = publicationOf(postmortem, site.values as SiteSettings, published);
      if (!('inTime' in publication) || publication.inTime) continue;
      if (allowedInFront(entry.text, entry.places, ['published'])) continue;
      yield hint(entry, ['published'], {
        rule: this.name,
        message: `it was published ${publication.days} days after it was resolved; the ${publishWithinHours} hours of this site ended on ${publication.due}`,
        hint: 'if it had to be so, say why above the line: # cairn-allow: and the reason',
      });
    }
  },
};
