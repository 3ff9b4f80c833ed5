import type { APIRoute } from 'astro';
import { apiIncidents } from '../../../site/api-incidents.ts';

export const GET: APIRoute = async () => {
  const body = JSON.stringify({ version: 1, results: await apiIncidents() });
  return new Response(body, { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
