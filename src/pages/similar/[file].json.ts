import type { APIRoute } from 'astro';
import { similarFile } from '../../site/similar-file.ts';

// `current.json` names the index; the index itself bears its digest, so that one that is open is known to be the current one.
export async function getStaticPaths() {
  const { digest } = await similarFile();
  return [{ params: { file: 'current' } }, { params: { file: digest } }];
}

export const GET: APIRoute = async ({ params }) => {
  const { digest, text } = await similarFile();
  const body = params.file === 'current' ? JSON.stringify({ digest }) : text;
  return new Response(body, { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
