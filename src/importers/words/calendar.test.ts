import { expect, test } from 'vitest';
import { readMapFile, wordsOf } from '../map-file.ts';
import { stampReader } from '../times/stamps.ts';
import { calendarWords, isLanguage } from './calendar.ts';
import { guessLanguage } from './guess-language.ts';

test('months come in every form that a day is written with', () => {
  expect(calendarWords('ru').months[9]).toEqual(expect.arrayContaining(['октябрь', 'октября']));
  expect(calendarWords('de').months[2]).toContain('märz');
  expect(calendarWords('de').weekdays[1]).toEqual(expect.arrayContaining(['dienstag', 'di']));
});

test('a tag is a language or none', () => {
  expect(['de', 'pt-BR', 'ja'].every(isLanguage)).toBe(true);
  expect(['', 'not a tag', 'xx_yy'].some(isLanguage)).toBe(false);
});

test.each([
  ['de', 'Di., 24. Oktober 2023 um 14:30 Uhr', [2023, 10, 24, 14, 30]],
  ['de', '24.10.2023, 9 Uhr', [2023, 10, 24, 9, 0]],
  ['fr', 'vendredi 1er mars 2024 à 9 h 05', [2024, 3, 1, 9, 5]],
  ['fr', '24 octobre 2023 à 14h30', [2023, 10, 24, 14, 30]],
  ['es', '5 de diciembre de 2022 a las 10:15 h', [2022, 12, 5, 10, 15]],
  ['pt', '9 de abril de 2024 às 14h30', [2024, 4, 9, 14, 30]],
  ['ru', '24 октября 2023 г. в 14:30', [2023, 10, 24, 14, 30]],
  ['ja', '2023年10月24日 14時30分', [2023, 10, 24, 14, 30]],
  ['ja', '2024年1月9日（火）午後2時5分', [2024, 1, 9, 14, 5]],
  ['ja', '２０２３年１０月２４日　１４：３０', [2023, 10, 24, 14, 30]],
  ['zh', '2023年10月24日 下午4点05分', [2023, 10, 24, 16, 5]],
  ['es', '24 de octubre de 2023, 9:30 a. m.', [2023, 10, 24, 9, 30]],
  ['ko', '2023년 10월 24일 오전 9시 30분', [2023, 10, 24, 9, 30]],
])('in %s, %j is read', (language, text, [year, month, day, hour, minute]) => {
  const read = readMapFile('map.yaml', `language: ${language}`);
  if ('problems' in read) throw new Error(read.problems.join());
  const stamp = stampReader(wordsOf(read.map)).read(text);
  expect(stamp?.day ?? stamp?.dayFirst).toEqual({ year, month, day });
  expect(stamp?.clock).toEqual({ hour, minute, second: 0 });
  expect(stamp?.length).toBe(text.length);
});

test.each([
  ['de', 'Am 3. Mai 2022 fiel der Dienst um 9 Uhr aus und kam zurück.'],
  ['pt', 'Em 9 de abril de 2024 às 14h30 a fila parou e o serviço caiu.'],
  ['es', 'El 9 de abril de 2024 a las 14:30 la cola se detuvo y el servicio cayó.'],
  ['ja', '決済サービスがとまりました。'],
])('a text in %s is taken for one', (language, text) => {
  expect(guessLanguage([text])?.language).toBe(language);
});

test('a text in English, and none, propose no language', () => {
  expect(guessLanguage(['On 3 May 2022 it stopped.'])).toBeUndefined();
  expect(guessLanguage([])).toBeUndefined();
});

test('what is no language is told, with the form of a tag', () => {
  expect(readMapFile('map.yaml', 'language: not a tag')).toEqual({
    problems: ['map.yaml:1 language: is no language: write its tag, such as de, pt-BR or ja'],
  });
});
