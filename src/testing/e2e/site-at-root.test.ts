import { judgeSite } from './judge-site.ts';

judgeSite('/');
