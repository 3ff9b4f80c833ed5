import { expect, test } from 'vitest';
import { buildIndex } from './build-index.ts';
import { documentOfMarkdown } from './from-markdown.ts';
import { openIndex } from './open-index.ts';
import { similarDocuments } from './rank.ts';

/** Eight short incidents a language, two and two of one mechanism, told with other words each time. */
const ARCHIVES: Record<string, string[]> = {
  German: [
    'Das Zertifikat des Versandpartners war abgelaufen, daher wurden keine Etiketten gedruckt.',
    'Die Anmeldung schlug fehl, weil niemand das TLS-Zertifikat vor Ablauf erneuert hatte.',
    'Auf dem Broker war die Festplatte voll, die Bestellungen blieben in der Warteschlange.',
    'Kein Speicherplatz mehr auf dem Datenbankserver: die Protokolle waren zu groß geworden.',
    'Nach dem Ausrollen der neuen Version stürzte der Shop ab, wir haben die Änderung zurückgerollt.',
    'Der Release vom Mittwoch führte zu einem Absturz der Kasse und wurde durch ein Rollback behoben.',
    'Ein Stromausfall im Rechenzentrum legte alle Dienste lahm, die USV hielt nur zehn Minuten.',
    'Die Stromversorgung fiel aus, das Notstromaggregat sprang nicht an, das Rechenzentrum war dunkel.',
  ],
  French: [
    "Le certificat du transporteur avait expiré, aucune étiquette n'a pu être imprimée.",
    "La connexion était refusée : le certificat TLS n'avait pas été renouvelé avant son expiration.",
    'Disque plein sur le courtier de messages, les commandes sont restées en attente.',
    "Plus d'espace disque sur le serveur de base de données : les journaux avaient grossi.",
    'Après la mise en production, la boutique plantait ; nous avons fait un retour arrière.',
    'Le déploiement de mercredi a provoqué un plantage de la caisse, corrigé par un rollback.',
    "Une coupure de courant dans le centre de données a tout arrêté, l'onduleur a tenu dix minutes.",
    "Panne électrique : le groupe électrogène n'a pas démarré et le datacenter est resté éteint.",
  ],
  Spanish: [
    'El certificado del transportista había caducado y no se pudo imprimir ninguna etiqueta.',
    'Fallaba el inicio de sesión: nadie renovó el certificado TLS antes de su vencimiento.',
    'Disco lleno en el gestor de mensajes, los pedidos se quedaron en la cola.',
    'Sin espacio en disco en el servidor de base de datos porque los registros crecieron.',
    'Tras el despliegue la tienda se cayó y tuvimos que revertir el cambio.',
    'El despliegue del miércoles provocó la caída de la caja; se resolvió con un rollback.',
    'Un corte de luz en el centro de datos lo paró todo, el sistema de alimentación duró diez minutos.',
    'Apagón: el generador no arrancó y el centro de datos quedó sin energía.',
  ],
  Portuguese: [
    'O certificado da transportadora tinha expirado e nenhuma etiqueta foi impressa.',
    'O login falhava: ninguém renovou o certificado TLS antes do vencimento.',
    'Disco cheio no servidor de mensagens, os pedidos ficaram na fila.',
    'Sem espaço em disco no servidor de banco de dados porque os registros cresceram.',
    'Depois da implantação a loja quebrou e tivemos de reverter a mudança.',
    'O deploy de quarta-feira fez o caixa travar; foi resolvido com rollback.',
    'Uma queda de energia no data center parou tudo, o nobreak durou dez minutos.',
    'Falta de energia: o gerador não ligou e o centro de dados ficou desligado.',
  ],
  Chinese: [
    '承运商的证书过期，标签无法打印。',
    '没有人及时续期，TLS 证书到期后用户无法登录。',
    '消息服务器磁盘满，订单积压。',
    '数据库服务器磁盘空间不足，因为日志太大。',
    '发布新版本后商店崩溃，随后回滚。',
    '周三上线导致收银服务崩溃，回滚后恢复。',
    '机房断电，所有服务中断，备用电源只撑了十分钟。',
    '机房停电，发电机没有启动。',
  ],
  Japanese: [
    '配送会社の証明書が期限切れになり、ラベルを印刷できなかった。',
    'TLS証明書の有効期限が切れ、ログインできなくなった。更新漏れが原因。',
    'メッセージサーバーでディスクフルが発生し、注文が滞留した。',
    'データベースサーバのディスク容量不足。ログが肥大化していた。',
    'リリース後に店舗がクラッシュし、ロールバックした。',
    '水曜日のデプロイでレジがクラッシュし、切り戻しで復旧した。',
    'データセンターの停電で全サービスが停止した。',
    '電源障害により発電機が起動せず、データセンターが停止した。',
  ],
};

test.each(Object.entries(ARCHIVES))('in %s the incident of the same mechanism comes first', (_, texts) => {
  const index = openIndex(buildIndex(texts.map((source, i) => documentOfMarkdown({ path: `${i}.md`, source }))));
  for (const i of texts.keys()) {
    const twin = i % 2 === 0 ? i + 1 : i - 1;
    expect(similarDocuments(index, `${i}.md`)[0]?.id, texts[i]).toBe(`${twin}.md`);
  }
});

test('an incident is found from another language', () => {
  const sources = Object.values(ARCHIVES).map((texts) => texts[0] ?? '');
  const index = openIndex(
    buildIndex(
      [...sources, 'Die Mails kamen eine Stunde zu spät.', 'Prices were rounded.'].map((source, i) =>
        documentOfMarkdown({ path: `${i}.md`, source }),
      ),
    ),
  );
  const first = similarDocuments(index, '0.md').slice(0, 5);
  expect(first.map(({ id }) => id).sort()).toEqual(['1.md', '2.md', '3.md', '4.md', '5.md']);
});
