/**
 * Words of operations that mean the same, one group a line, variants separated by commas. A variant is one word or several in
 * a row; `*` at its end stands for any ending, at its beginning for any beginning. The same failure is written in many ways
 * and in many languages: a group makes them one word, so that `ENOSPC` finds `no space left on device` and `Festplatte voll`.
 */
const GROUPS = `
out of memory, oom*, oomkilled, oom killer, oom kill*, memory exhaust*, exhaust* memory, ran out of memory, exit code 137, exitcode 137, exit status 137, outofmemoryerror, java.lang.OutOfMemoryError, cannot allocate memory, enomem, speicher voll, kein speicher, speichermangel, arbeitsspeicher voll, memoire insuffisante, memoire saturee, manque de memoire, memoria insuficiente, sin memoria, falta de memoria, memoria agotada, falta de memória, sem memória, 内存不足, 内存溢出, 内存耗尽, メモリ不足, メモリ枯渇, 메모리 부족
disk full, no space left on device, no space left, enospc, out of disk space, disk space full, disk was full, disk is full, full disk, disk usage 100, filesystem full, filled up the disk, disk fill*, out of space, diskpressure, no free space, disk space exhaust*, disk exhaust*, volume full, festplatte voll, platte voll, plattenplatz, speicherplatz, disque plein, espace disque, disque sature, plus de place, disco lleno, espacio en disco, sin espacio, disco cheio, espaco em disco, sem espaco, 磁盘满, 磁盘空间不足, 磁盘写满, 硬盘满, ディスクフル, ディスク容量, 容量不足, ディスクが一杯, 디스크 풀, filled up, disk filled, festplatte war voll, disque est plein, disque etait plein
kubernetes, k8s, kube
database, databases, db, dbs, rdbms, datenbank*, base de donnees, bases de donnees, bdd, sgbd, base de datos, bases de datos, bbdd, banco de dados, bancos de dados, base de dados, 数据库, データベース, 데이터베이스, база данных, базы данных, baza danych, bazy danych, *datenbank, *datenbanken
postgres, postgresql, pg, psql, pgsql
mysql, mariadb, percona
mongo, mongodb
elasticsearch, elastic search, opensearch
certificate, certificates, cert, certs, x509, x.509, zertifikat*, certificat, certificats, certificado*, certificato, certificati, certificaat, 证书, 憑證, 証明書, 인증서, сертификат*, certyfikat*, *zertifikat, *zertifikate
expired, expire, expires, expiry, expiration, expiring, lapsed, abgelaufen*, ablauf, ausgelaufen, expiree, peremption, expiro, expirado*, vencido*, vencimiento, caducado*, caducidad, caduco, expirou, expirado, vencimento, venceu, vencido, scadut*, scadenza, verlopen, 过期, 到期, 失效, 期限切れ, 有効期限, 失効, 만료, истек*, wygasl*
connection, connections, conn, conns, verbindung*, connexion*, conexion*, conexao, conexoes, connession*, verbinding*, 连接, 接続, コネクション, 연결, соединени*, *verbindung, *verbindungen
connection pool, conn pool, connection pooling, connection pools, pool exhaust*, too many connections, too many clients, max_connections, max connections, remaining connection slots, verbindungspool, pool de connexions, pool de conexiones, pool de conexoes, 连接池, 连接数, コネクションプール, 接続プール, 接続数
memory, mem, ram, arbeitsspeicher, memoire, memoria, 内存, メモリ, メモリー, 메모리, память
memory leak, memory leaks, leak* memory, leaking memory, memleak, speicherleck, fuite memoire, fuite de memoire, fuga de memoria, vazamento de memoria, 内存泄漏, 内存泄露, メモリリーク, 메모리 누수
cpu, processor, prozessor, processeur, procesador, processador
cpu saturat*, cpu exhaust*, cpu throttl*, cpu starv*, cpu spike*, high cpu, cpu at 100, cpu 100, cpu pegged, cpu auslastung, cpu sature*, cpu usage high, cpu 使用率, cpu 打满, cpu 飙高, cpu 高騰
configuration, config, configs, cfg, conf, configurations, settings, konfiguration*, einstellung*, parametrage, configuracion*, configuracao, configuracoes, configurazion*, configuratie, 配置, 設定, コンフィグ, 설정, конфигураци*, konfigurac*
misconfiguration, misconfigur*, wrong config*, bad config*, incorrect config*, invalid config*, faulty config*, config error, configuration error, config mistake, fehlkonfigur*, falsch konfigur*, mauvaise configuration, erreur de configuration, mala configuracion, error de configuracion, erro de configuracao, ma configuracao, 配置错误, 配置有误, 設定ミス, 設定誤り, 誤設定
deployment, deploy, deploys, deployed, deploying, rollout, rolled out, release, released, releases, ship, shipped, ausgerollt, ausroll*, bereitstell*, deploiement*, deploye*, mise en production, livraison, mep, despliegue*, desplegado, desplego, implantacao, deploiement, 部署, 发布, 上线, デプロイ, リリース, 배포, деплой, релиз, wdrozeni*
rollback, roll back, rolled back, rolling back, revert, reverted, reverting, reverts, backed out, zurueckgerollt, zuruckgerollt, zuruckgesetzt, retour arriere, annule, revertir, revertido, revirtio, reversion, reverter, revertemos, 回滚, 回退, ロールバック, 切り戻し, 롤백, откат*
upgrade, upgrades, upgraded, upgrading, update, updates, updated, updating, version bump, bump, bumped, aktualisier*, mise a jour, mises a jour, montee de version, actualizacion*, actualizar, atualizac*, atualizar, aggiornament*, 升级, 更新, アップデート, アップグレード, 업데이트, обновлени*, aktualizac*
migration, migrations, migrate, migrated, migrating, schema change, ddl, alter table, migriert, migrationsskript, migracion*, migracao, migracoes, migrado, 迁移, 変更ddl, マイグレーション, 移行, 마이그레이션, миграци*, migracj*
maintenance, maintenance window, scheduled work, wartung*, travaux, mantenimiento, manutencao, manutenzione, onderhoud, 维护, メンテナンス, 保守, 점검, *wartung
deadlock, deadlocks, deadlocked, dead lock, ora-00060, 40P01, er_lock_deadlock, errno 1213, verklemmung, interblocage, interbloqueo, abrazo mortal, impasse, 死锁, デッドロック, 데드락, взаимн* блокиров*
lock, locks, locked, locking, lock contention, lock wait, row lock, table lock, mutex, lock timeout, sperre, gesperrt, sperren, verrou*, bloqueo*, bloqueado, bloqueio, 锁, 锁表, ロック, 락, блокировк*
replication, replica, replicas, replicate, replicated, standby, secondary, slave, slaves, follower, replication lag, replikation*, replizier*, replicacion, replicacao, 主从, 同步, 复制, 副本, レプリケーション, レプリカ, 복제, репликаци*
replication lag, replica lag, lagging, lagged, behind master, replikationsverzug, retard de replication, retraso de replicacion, atraso na replicacao, 主从延迟, 复制延迟, レプリケーション遅延
failover, fail over, failed over, failing over, switchover, promote*, promotion of replica, ausfallsicherung, umgeschaltet, umschalt*, bascul*, conmutacion, commutacao, 故障转移, 主备切换, 切换, フェイルオーバー, フェールオーバー, 切り替え, 장애 조치
backup, backups, back up, backed up, snapshot, snapshots, dump, sicherung*, datensicherung, sauvegarde*, copia de seguridad, copias de seguridad, respaldo*, copia de seguranca, 备份, バックアップ, スナップショット, 백업, резервн* копи*, *sicherung
data loss, lost data, data was lost, datenverlust*, perte de donnees, pertes de donnees, perdida de datos, perda de dados, 数据丢失, データ損失, データ消失, データロスト, потер* данных
data corruption, corrupt*, korrupt*, beschadigt*, corrompu*, donnees corrompues, corrup*, dano de datos, 损坏, 数据损坏, 破損, データ破損
delete, deleted, deletes, deleting, deletion, remov*, dropped table, drop table, truncate*, wiped, wipe, rm -rf, erased, purge*, geloscht, loschen, loschung, supprim*, suppression, efface, borrado, borrar, eliminad*, eliminac*, apagad*, exclui*, deletad*, 删除, 误删, 清空, 削除, 誤削除, 삭제, удал*, usuniet*
dns, nameserver, name server, name resolution, dns resolution, resolver, resolvers, nxdomain, servfail, no such host, namensauflosung, resolution de noms, resolution dns, resolucion de nombres, resolucao de nomes, 域名, 域名解析, 名前解決
network, networking, networks, netzwerk*, netz, reseau*, rede, redes, netwerk, 网络, ネットワーク, 네트워크, сет*, la red, de red, la rete, *netzwerk
packet loss, packets dropped, dropped packets, paketverlust*, perte de paquets, pertes de paquets, perdida de paquetes, perda de pacotes, 丢包, パケットロス
network partition, netsplit, split brain, split-brain, partitioned, 脑裂, 网络分区, スプリットブレイン
fiber cut, fibre cut, cable cut, fiber, fibre, glasfaser, kabelbruch, fibre coupee, coupure fibre, corte de fibra, fibra, 光缆, 光纤, 光ファイバ
firewall, firewalls, pare-feu, pare feu, cortafuegos, 防火墙, 安全组, ファイアウォール, 방화벽
load balancer, load balancers, loadbalancer, lb, load balancing, lastverteil*, repartiteur de charge, repartiteur*, balanceador*, 负载均衡, ロードバランサ, ロードバランサー, 로드밸런서
cache invalidation, stale cache, cache stampede, cache miss*, cold cache, cache poisoning, cache flush*, cache eviction, 缓存失效, 缓存击穿, 缓存雪崩, 缓存穿透, キャッシュミス
consumer lag, queue backlog, backlogged, backed up queue, messages piling up, ruckstau, 消息积压, 消费延迟, 滞留
thread pool, threads exhausted, thread exhaustion, worker pool, no available threads, workers busy, worker exhaustion, 线程池, スレッドプール, ワーカー枯渇
timeout, timeouts, timed out, time out, times out, timing out, deadline exceeded, context deadline exceeded, etimedout, zeituberschreitung*, delai depasse, delai d'attente, expiration du delai, tiempo de espera, tempo limite, tempo esgotado, 超时, タイムアウト, 타임아웃, таймаут*
latency, latencies, slow, slowness, slow response*, response time*, degraded performance, performance degradation, sluggish, langsam*, verzoger*, latenz*, antwortzeit*, lent, lenteur*, ralenti*, temps de reponse, latencia, lento, lenta, lentitud, tiempo de respuesta, lentidao, tempo de resposta, 延迟, 变慢, 响应慢, 缓慢, レイテンシ, 遅延, 遅い, 応答時間, 지연, задержк*, медленн*
overload, overloaded, overwhelmed, overload*, saturat*, overwhelm*, uberlast*, surcharge*, sature*, sobrecarg*, sobrecarga*, 过载, 打满, 压垮, 過負荷, 高負荷, 과부하, перегруз*, *uberlastung
traffic spike, traffic surge, spike in traffic, surge in traffic, surge of traffic, burst of traffic, sudden traffic, traffic burst, spike in requests, load spike, spike in load, increased traffic, unexpected traffic, unusual traffic, high traffic, increase in traffic, lastspitze*, verkehrsspitze, ansturm, pic de trafic, pic de charge, afflux, pico de trafico, aumento de trafico, pico de carga, pico de trafego, aumento de trafego, pico de acesso*, 流量激增, 流量突增, 流量高峰, 突发流量, アクセス集中, トラフィック急増, アクセス急増, 트래픽 폭증
thundering herd, retry storm, reconnect storm, retries amplif*, stampede, retry amplification, request storm, 惊群, 重试风暴, リトライストーム
rate limit, rate limits, rate limited, rate limiting, rate-limited, throttl*, http 429, 429, too many requests, ratenbegrenzung, drossel*, limitation de debit, limite de debit, quota depasse, limite de tasa, limite de peticiones, cuota, limite de taxa, limite de requisicoes, cota, 限流, 配额, 频率限制, レート制限, 流量制限, スロットリング, クォータ
limit reached, hit the limit, hit a limit, reached the limit, limit exceeded, exceed* the limit, exceeded limit, maximum number, reached maximum, max limit, limit erreicht, limite atteinte, limite alcanzado, limite atingido, 达到上限, 超出限制, 上限, 上限に達
integer overflow, int overflow, int32, signed integer, integer limit, 32-bit integer, 32 bit integer, overflowed, id overflow, auto_increment, auto increment, primary key limit, sequence exhaust*, ganzzahluberlauf, depassement d'entier, desbordamiento, estouro de inteiro, 整数溢出, 溢出, 整数オーバーフロー, オーバーフロー
file descriptors, file descriptor, too many open files, emfile, enfile, nofile, file handles, descripteurs de fichier*, descriptores de archivo, descritores de arquivo, 文件句柄, 文件描述符, ファイルディスクリプタ
crash, crashes, crashed, crashing, crashloop*, crash loop*, crashloopbackoff, segfault, segmentation fault, sigsegv, core dump, abgesturzt, absturz, absturze, plante, plantage, planter, plantee, caida del proceso, se cayo, colapso, quebrou, travou, travamento, 崩溃, 宕机, 挂掉, クラッシュ, 異常終了, 크래시, упал*, паден*
panic, panicked, kernel panic, kernel panics, kernelpanic, bugcheck, bsod, blue screen
null pointer, nullpointerexception, npe, nil pointer, nil dereference, nonetype, undefined is not, cannot read propert*, unwrap, unhandled exception, uncaught exception, unbehandelte ausnahme, exception non geree, excepcion no controlada, 空指针, ヌルポインタ, 例外
restart, restarts, restarted, restarting, reboot, rebooted, reboots, rebooting, bounced, power cycle*, neustart*, neu gestartet, neugestartet, redemarr*, relance*, reinici*, reiniciad*, 重启, 重新启动, 再起動, リスタート, リブート, 재시작, перезапу*, перезагруз*
hang, hung, hangs, frozen, froze, freeze, freezes, stuck, unresponsive, not responding, hangt, eingefroren, reagiert nicht, gele, fige, bloque, ne repond plus, colgado, no responde, congelado, travado, nao responde, 卡死, 卡住, 无响应, 假死, ハング, ハングアップ, フリーズ, 応答なし, 무응답, завис*
outage, outages, downtime, down, unavailable, unavailability, not available, service disruption, disruption, offline, unreachable, inaccessible, ausfall*, ausgefallen*, storung*, nicht erreichbar, nicht verfugbar, unerreichbar, panne*, indisponib*, coupure*, inaccessible*, hors service, hors ligne, caida, caido, interrupcion*, no disponible, indisponibilidad, fuera de servicio, inaccesible, queda, fora do ar, indisponivel, indisponibilidade, interrupcao, inacessivel, guasto, interruzion*, storing, uitval, niet bereikbaar, 故障, 宕机, 不可用, 中断, 无法访问, 障害, 停止, ダウン, 接続不能, 利用不可, 利用できない, 장애, 중단, сбо*, недоступ*, awari*, niedostepn*, *ausfall, *ausfalle, *storung, *storungen, *panne
5xx, 500, 501, 502, 503, 504, 520, 521, 522, 523, 524, http 500, http 502, http 503, http 504, internal server error, bad gateway, service unavailable, gateway timeout, server error, server errors
4xx, 400, 401, 403, 404, 405, not found, forbidden, unauthorized, bad request
monitoring, monitored, monitor, monitors, observability, uberwach*, surveillance, supervision, monitorizacion, monitoreo, monitoramento, 监控, 監視, モニタリング, 모니터링, мониторинг*
alert, alerts, alerting, alerted, alarm, alarms, paged, alarmier*, alarme, alerte, alertes, alerta*, alarma*, alarme*, 告警, 报警, アラート, 警報, 알림, алерт*
false alarm, false positive, false alert, fehlalarm*, fausse alerte, faux positif, falsa alarma, falso positivo, alarme falso, 误报, 誤検知, 誤報
logs, log, logging, logfile*, log files, protokoll*, journaux, registros, 日志, ログ, 로그, логи, логов
notready, not ready, node pressure, unhealthy node*, nodes unhealthy, node failure*, node lost, node nicht bereit, 节点异常, ノード障害
evicted, eviction, evict, evictions, preempted, preemption, drained, drain, cordon, cordoned
image pull, imagepullbackoff, errimagepull, registry, container registry, docker hub, dockerhub, pull image, image registry, 镜像, 镜像仓库, イメージ取得
autoscal*, auto scal*, auto-scal*, scale up, scaled up, scaling up, scale out, scaled out, hpa, scale-up, skalier*, mise a l'echelle, escalad*, escalamiento, escalonamento, 扩容, 弹性伸缩, 自动扩缩, オートスケール, スケールアウト, 오토스케일
capacity, undersized, under-provisioned, underprovisioned, insufficient capacity, not enough capacity, capacity planning, kapazitat*, capacite*, capacidad*, capacidade*, 容量, 扩容, キャパシティ, 용량, емкост*
disk, disks, hard drive, hard drives, hdd, ssd, nvme, drive failure, disk failure, festplatte*, disque*, disco, discos, harde schijf, 磁盘, 硬盘, ディスク, ハードディスク, 디스크, диск*
read only, read-only, readonly, ro mode, remounted ro, schreibgeschutzt, lecture seule, solo lectura, somente leitura, 只读, 読み取り専用
filesystem, file system, dateisystem*, systeme de fichiers, sistema de archivos, sistema de arquivos, 文件系统, ファイルシステム
hardware failure, hardware fault, faulty hardware, hardware error, hardware issue, hardware problem, hardwaredefekt, hardwarefehler, hardwareausfall, defekt*, panne materielle, defaillance materielle, fallo de hardware, falla de hardware, falha de hardware, 硬件故障, 硬件, ハードウェア障害, ハードウェア故障, 하드웨어
power outage, power failure, power loss, loss of power, power cut, lost power, blackout, stromausfall*, usv, notstrom*, coupure de courant, coupure electrique, panne de courant, panne electrique, onduleur*, groupe electrogene, corte de luz, corte de energia, apagon, fallo electrico, queda de energia, falta de energia, nobreak, gerador, 断电, 停电, 掉电, 市电, 停電, 電源障害, 電源断, 瞬断, 정전
cooling, overheat*, air conditioning, hvac, temperature, chiller*, thermal, kuhlung, klimaanlage, uberhitz*, climatisation, surchauffe, refroidissement, aire acondicionado, sobrecalentamiento, refrigeracion, ar condicionado, superaquecimento, 空调, 冷却, 过热, 空調, 過熱
datacenter, data center, data centers, datacentre, data centre, colo, colocation, rechenzentrum*, centre de donnees, datacentres, centro de datos, cpd, centro de dados, 机房, 数据中心, データセンター, データセンタ, 데이터센터, дата-центр*, датацентр*
third party, third-party, vendor, vendors, external service, external dependency, upstream service, upstream outage, upstream dependency, drittanbieter*, externer dienst, service tiers, prestataire*, tercero*, servicio externo, terceiros, servico externo, 第三方, 外部サービス, サードパーティ
dependency, dependencies, module version, abhangigkeit*, bibliothek*, dependance*, bibliotheque*, dependencia*, libreria*, biblioteca*, 依赖, 依赖包, 依存, ライブラリ, 라이브러리, зависимост*, библиотек*
pinned version, unpinned, version pin*, pinning, floating version, latest tag, not pinned, version mismatch, incompatible version*, incompatib*, version conflict, breaking change, inkompatib*, incompatible*, 版本不兼容, 不兼容, バージョン不整合, 互換性
vulnerability, vulnerabilit*, cve, exploit*, exploited, security flaw, security hole, zero day, zero-day, schwachstelle*, sicherheitslucke*, faille*, vulnerabilidad*, vulnerabilidade*, 漏洞, 脆弱性, 취약점, уязвимост*
security breach, breach, compromised, attacker, attackers, intrusion, unauthorized access, unauthorised access, angreifer*, kompromittiert*, eindring*, piratage, pirat*, compromis, acceso no autorizado, comprometid*, atacante*, invasao, acesso nao autorizado, 入侵, 被黑, 攻击者, 不正アクセス, 侵害, マルウェア, 해킹, взлом*
ddos, dos attack, denial of service, botnet, syn flood, amplification attack, flood attack, dienstverweigerung, deni de service, denegacion de servicio, negacao de servico, 拒绝服务, 流量攻击, ddos 攻击, ddos攻撃, サービス拒否
credentials, credential, zugangsdaten, identifiant*, credencial*, credenciais, 凭证, 認証情報, シークレット
leaked credential*, leaked token*, leaked secret*, leaked key*, exposed secret*, exposed credential*, exposed token*, data leak*, information disclosure, leaked, datenleck, fuite de donnees, fuga de datos, filtracion, vazamento de dados, 泄露, 数据泄露, 漏えい, 情報漏洩, 流出, 유출, утечк*
permission, permissions, permission denied, access denied, privilege*, eacces, berechtigung*, rechte, zugriff verweigert, droits, droits d'acces, autorisation*, permiso*, acceso denegado, permissao, permissoes, acesso negado, 权限, 権限, アクセス権, 권한, прав доступа
authentication, auth, login, logins, log in, sign in, signin, sso, single sign on, anmeldung*, anmelden, einloggen, authentifizierung*, authentification, connexion utilisateur, se connecter, autenticacion, inicio de sesion, iniciar sesion, autenticacao, 登录, 认证, 身份验证, ログイン, 認証, サインイン, 로그인, 인증, авторизац*, аутентификац*, logowani*
email, emails, e-mail, e-mails, mail, mails, mailserver, mail server, courriel*, messagerie, correo*, correo electronico, correio, 邮件, 邮箱, メール, 메일, почт*
payment, payments, checkout, billing, invoice*, zahlung*, bezahl*, abrechnung*, paiement*, facturation, pago, pagos, facturacion, pagamento*, cobranca*, faturamento, 支付, 付款, 账单, 決済, 支払い, 課金, 결제, платеж*
cron, cronjob, cronjobs, cron job, cron jobs, scheduled job, scheduled task, scheduled jobs, geplante aufgabe, tache planifiee, taches planifiees, tarea programada, tareas programadas, tarefa agendada, 定时任务, 计划任务, 定期実行, バッチ, クーロン, 배치
slow query, slow queries, long running query, long-running query, full table scan, missing index, query plan, expensive query, unindexed, seq scan, sequential scan, langsame abfrage*, fehlender index, requete lente, requetes lentes, index manquant, consulta lenta, consultas lentas, falta de indice, indice faltante, 慢查询, 慢sql, 全表扫描, 缺少索引, スロークエリ, フルスキャン, インデックス不足
query, queries, sql, abfrage*, requete*, consulta*, 查询, クエリ, 쿼리, запрос*
index, indexes, indices, reindex*, indizes, indice*, 索引, インデックス, 인덱스
transaction, transactions, transaktion*, transaccion*, transacao, transacoes, 事务, トランザクション, 트랜잭션
race condition, race conditions, data race, concurrency bug, concurrency issue, wettlaufsituation, nebenlaufigkeit, condition de concurrence, acces concurrent*, condicion de carrera, concurrencia, condicao de corrida, concorrencia, 竞态, 竞争条件, 并发, 競合状態, レースコンディション, 競合, 경쟁 상태
infinite loop, endless loop, infinite recursion, recursion, loop forever, endlosschleife, boucle infinie, bucle infinito, laco infinito, loop infinito, 死循环, 无限循环, 無限ループ, 무한 루프
regular expression, regex, regexp, backtracking, catastrophic backtracking, redos, 正则, 正規表現
typo, typos, typographical, mistyped, fat finger, fat-finger, tippfehler, faute de frappe, coquille, errata, error tipografico, erro de digitacao, 拼写错误, 笔误, 手误, タイプミス, タイポ, 誤字, 오타, опечатк*
human error, operator error, manual error, by mistake, accidentally, accidental, inadvertent*, mistakenly, unintentional*, versehentlich, aus versehen, menschlich*, erreur humaine, par erreur, accidentellement, error humano, por error, accidentalmente, falha humana, erro humano, por engano, acidentalmente, 人为, 误操作, 操作失误, 人為ミス, 操作ミス, 誤操作, 誤って, 실수, ошибочн*
manual, manually, by hand, manuell*, von hand, manuel*, a la main, manualmente, mano, 手动, 手工, 手動, 手作業, 수동, вручную
leap second, leap seconds, leap day, leap year, schaltjahr, annee bissextile, ano bisiesto, ano bissexto, 闰年, 閏年, うるう年
health check, health checks, healthcheck*, probe failed, health probe, zustandspruf*, controle de sante, comprobacion de estado, verificacao de saude, 健康检查, ヘルスチェック, 死活監視, 헬스체크
retry, retries, retried, retrying, backoff, back off, exponential backoff, wiederhol*, nouvelle tentative, nouvelles tentatives, reintento*, tentativas, 重试, リトライ, 再試行, 재시도
cascading failure, cascad*, domino effect, knock-on, ripple effect, kaskad*, kettenreaktion, en cascade, effet domino, en cascada, efecto domino, em cascata, efeito domino, 级联, 雪崩, 连锁, 連鎖, カスケード
website, web site, site, webseite*, website*, homepage, portail, site web, sitio web, pagina web, sitio, site fora, 网站, サイト, ウェブサイト, 웹사이트, сайт*
user, users, customer, customers, nutzer*, benutzer*, kunde*, kunden, utilisateur*, usager*, usuario*, cliente*, 用户, 客户, ユーザー, ユーザ, 利用者, 顧客, 사용자, пользовател*, клиент*, uzytkowni*, klient*
error, errors, failure, failures, failed, fail, fails, fault, faults, fehler*, fehlgeschlagen, erreur*, echec*, echou*, defaillance*, error*, fallo, fallos, falla, fallas, fallido, erro, erros, falha*, falhou, errore, errori, fout, fouten, mislukt, 错误, 失败, 异常, エラー, 失敗, 異常, 오류, 에러, 실패, ошибк*, blad, bledy, *fehler
bug, bugs, defect, software bug, software defect, softwarefehler, programmfehler, bogue*, 缺陷, バグ, 不具合, 버그, баг*
cause, root cause, root causes, caused by, ursache*, grundursache, cause racine, cause premiere, causa, causa raiz, causas, 原因, 根因, 根本原因, 원인, причин*, przyczyn*
test, tests, untested, not tested, getestet, recette, pruebas, entorno de pruebas, teste, testes, homologacao, 测试, 测试环境, テスト, 検証, ステージング, 테스트, тест*
domain, domains, domain name, domaene, domane, nom de domaine, noms de domaine, dominio*, nome de dominio, 域名注册, ドメイン, 도메인, домен*
license, licence, licenses, licensing, lizenz*, licencia*, licenca*, 许可证, 授权, ライセンス, 라이선스, лицензи*
renewal, renew, renewed, renewing, renewals, auto-renew*, certbot, letsencrypt, let's encrypt, acme, erneuer*, verlanger*, renouvel*, renovacion, renovar, renovado, renovacao, 续期, 续费, 续签, 更新漏れ, 갱신, продлен*
cleanup, clean up, cleaned up, cleaning up, garbage collect*, housekeeping, retention, prune*, pruning, aufraumen, bereinig*, nettoyage, nettoye*, limpieza, limpiar, limpeza, 清理, クリーンアップ, 清掃, 정리, очистк*
upload, uploads, uploaded, uploading, hochladen, hochgeladen, televers*, subida, subir archivos, envio de arquivos, 上传, アップロード, 업로드, загрузк*
ip address, ip addresses, subnets, ip-adresse*, adresse ip, adresses ip, direccion ip, direcciones ip, endereco ip, enderecos ip, ip地址, ipアドレス
mtu, mss, jumbo frames, fragmentation, pmtud
ipv6, ip v6, aaaa record, dual stack
proxy, reverse proxy, 反向代理, 代理, プロキシ, リバースプロキシ
cache, caches, cached, caching, zwischenspeicher, cachee, antememoria, 缓存, キャッシュ, 캐시, кэш*
queue, queues, queued, queueing, backlog, warteschlange*, file d'attente, files d'attente, cola, colas, fila, filas, 队列, 积压, キュー, 큐, очеред*, *warteschlange
metrics, metric, metriken, metrique*, metrica*, 指标, メトリクス
host, hosts, server, servers, machine, machines, knoten, rechner, serveur*, noeud*, servidor*, nodo, nodos, maquina*, no do cluster, 节点, 服务器, 主机, ノード, サーバ, サーバー, 서버, 노드, сервер*, узел, узл*
vm, vms, virtual machine, virtual machines, 虚拟机, 仮想マシン, virtuelle maschine*, machine virtuelle, machines virtuelles, maquina virtual, maquinas virtuales, maquinas virtuais
container, containers, conteneur*, contenedor*, 容器, コンテナ, 컨테이너, контейнер*
storage, volume, volumes, speichersystem, stockage, almacenamiento, armazenamento, 存储, ストレージ, 스토리지, хранилищ*
ci, ci/cd, cicd, pipeline, pipelines, build pipeline, 流水线, パイプライン
infrastructure as code, iac
cloud provider, provider outage, upstream provider, hosting provider, hoster, hebergeur, fournisseur, proveedor*, provedor*, fornecedor*, anbieter*, 云厂商, 云服务商, 运营商, 供应商, クラウド事業者, ベンダー, プロバイダ, провайдер*
aws, amazon web services
gcp, google cloud, google cloud platform
search index, search engine, full text search, suche, suchindex, moteur de recherche, recherche, motor de busqueda, busqueda, busca, 搜索, 検索, 검색, поиск*
vpn, tunnel, tunnels, tunnel vpn, túnel, 隧道
webhook, webhooks
control plane, control-plane, コントロールプレーン, 控制面
spammer*, missbrauch, abus, abuso
router, routers, routeur*, enrutador, roteador*, 路由器, ルーター, ルータ, 라우터
tls, ssl, https handshake, tls handshake
clock, ntp, clock skew, clock drift, time drift, time synchroni*, uhrzeit, horloge, reloj, relogio, 时钟, 時刻, 時計
timezone, time zone, zeitzone*, fuseau horaire, zona horaria, fuso horario, 时区, タイムゾーン, daylight saving, dst, zeitumstellung, heure d'ete, horario de verano, horario de verao, 夏令时, サマータイム
kernel, linux kernel, operating system, betriebssystem*, noyau, systeme d'exploitation, sistema operativo, sistema operacional, 内核, 操作系统, カーネル
firmware, bios, 固件, ファームウェア
garbage collection, gc pause*, gc pauses, full gc, stop the world, gc overhead, 垃圾回收, ガベージコレクション
circuit breaker, circuit breakers, 熔断, 降级, サーキットブレーカー
encoding, unicode, utf-8, utf8, charset, character set, zeichensatz, kodierung, encodage, codificacion, codificacao, 编码, 字符集, 文字コード, 文字化け, エンコード
region, cloud region, リージョン
api, apis, rest api, schnittstelle*, 接口
token, tokens, jeton*, 令牌, トークン, токен*
password, passwords, passwort*, kennwort*, mot de passe, mots de passe, contrasena*, senha*, 密码, パスワード, 비밀번호, парол*
api key, api keys, access key, access keys, cle api, clave de api, chave de api, 密钥
io wait, iowait, i/o wait, disk io, io saturation, iops, high io, io error*, i/o error*, disk latency
crawler, crawlers, bots, bot traffic, scraper, scrapers, scraping, spider, scraped, robots.txt, 爬虫, クローラー, クローラ, ボット, スクレイピング
wraparound, transaction id wraparound, xid wraparound, xid, vacuum, autovacuum, txid
feature flag, feature flags, feature toggle, launchdarkly, kill switch, flag enabled, 特性开关, 功能开关, フィーチャーフラグ
session, sessions, cookie, cookies, logged out, sitzung*, sesion*, sessao, sessoes, 会话, セッション, 세션
`;

/** The groups, each a list of variants as they are written. */
export const OPERATIONS_WORDS: readonly (readonly string[])[] = GROUPS.trim()
  .split('\n')
  .map((line) => line.split(',').map((variant) => variant.trim()));
