/**
 * What SARIF 2.1.0 (OASIS standard, errata 01) allows of the objects and properties that Cairn writes, as a JSON schema. The
 * published schema has many more of both, all optional: what passes here passes there, and a property that is new to Cairn
 * fails here until it is looked up there.
 */
export const SARIF_SHAPE = {
  $ref: '#/definitions/log',
  definitions: {
    log: object({ $schema: { type: 'string', format: 'uri' }, version: { const: '2.1.0' }, runs: list('run') }, [
      'version',
      'runs',
    ]),
    run: object(
      { tool: ref('tool'), columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] }, results: list('result') },
      ['tool', 'results'],
    ),
    tool: object({ driver: ref('toolComponent') }, ['driver']),
    toolComponent: object({ name: { type: 'string' }, rules: { ...list('reportingDescriptor'), uniqueItems: true } }, [
      'name',
    ]),
    reportingDescriptor: object(
      {
        id: { type: 'string' },
        shortDescription: ref('multiformatMessageString'),
        helpUri: { type: 'string', format: 'uri' },
      },
      ['id'],
    ),
    multiformatMessageString: object({ text: { type: 'string' } }, ['text']),
    result: object(
      {
        ruleId: { type: 'string' },
        ruleIndex: { type: 'integer', minimum: 0 },
        level: { enum: ['none', 'note', 'warning', 'error'] },
        message: ref('message'),
        locations: list('location'),
      },
      ['message'],
    ),
    message: object({ text: { type: 'string' } }, ['text']),
    location: object({ physicalLocation: ref('physicalLocation') }, []),
    physicalLocation: object({ artifactLocation: ref('artifactLocation'), region: ref('region') }, [
      'artifactLocation',
    ]),
    artifactLocation: object({ uri: { type: 'string', format: 'uri-reference' } }, []),
    region: object({ startLine: { type: 'integer', minimum: 1 }, startColumn: { type: 'integer', minimum: 1 } }, [
      'startLine',
    ]),
  },
};

function object(properties: Record<string, object>, required: string[]): object {
  return { type: 'object', additionalProperties: false, properties, required };
}

function list(name: string): object {
  return { type: 'array', items: ref(name) };
}

function ref(name: string): object {
  return { $ref: `#/definitions/${name}` };
}
