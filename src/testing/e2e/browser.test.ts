import { expect, test } from 'vitest';
import { type BrowserProgram, FROM_NPM, findBrowser, launchBrowser } from '../browser.ts';

async function widthOfText(program: BrowserProgram): Promise<number> {
  const browser = await launchBrowser(program);
  try {
    const page = await browser.newPage();
    await page.setContent('<p style="width: fit-content">Words of some width</p>');
    return (await page.locator('p').boundingBox())?.width ?? 0;
  } finally {
    await browser.close();
  }
}

test('finds a browser that starts', async () => {
  expect(await widthOfText(await findBrowser())).toBeGreaterThan(0);
});

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'the browser from npm starts, and has a font',
  async () => {
    const program = await findBrowser({ CHROMIUM_PATH: FROM_NPM });
    expect(program.executablePath).toContain('node_modules');
    expect(await widthOfText(program)).toBeGreaterThan(40);
  },
);

test('a browser that was asked for and is not there is no reason to take another', async () => {
  await expect(findBrowser({ CHROMIUM_PATH: '/nowhere/chromium' })).rejects.toThrow(
    /apt-get install[\s\S]*CHROMIUM_PATH=[\s\S]*\/nowhere\/chromium/,
  );
});
