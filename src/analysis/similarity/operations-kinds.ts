/**
 * Things of one kind, one kind a line, written as in operations-words.ts. Kafka is not RabbitMQ, but an incident with the one
 * is more like an incident with the other than like one with a certificate. Kinds count between two incidents; a question
 * that names one of them is not answered with the other.
 */
const GROUPS = `
nginx, envoy, traefik, ingress, gateway, api gateway, 网关, ゲートウェイ, proxy, reverse proxy, haproxy, kong, istio, caddy, load balancer, alb, elb, nlb
fastly, cloudfront, edge cache, akamai, cdn, cloudflare, varnish
redis, memcached, memcache, varnish, cache, elasticache, valkey
kafka, rabbitmq, sqs, message broker, broker, message queue, 消息队列, メッセージキュー, activemq, nats, pulsar, celery, sidekiq, kinesis, pubsub, zookeeper
prometheus, grafana, datadog, statsd, thanos, influxdb, graphite, nagios, zabbix, icinga, checkmk, metrics, new relic
instance, instances, ec2, vm, vms, virtual machine, virtual machines, worker node, worker nodes, node, nodes, 虚拟机, インスタンス, 仮想マシン, server, servers, host, hosts, machine, machines, kubelet
containerd, docker, container runtime, pod, pods, container, containers, podman, cri-o, kubelet
ebs, s3, ceph, nfs, raid, gluster*, san storage, nas storage, pvc, pv, persistent volume, block storage, object storage, longhorn, rook, glusterfs, minio, lvm, storage, volume, iscsi
jenkins, gitlab ci, github actions, circleci, pipeline, travis, travis ci, buildkite, ci
ansible, puppet, chef, helm, argocd, argo cd, flux, cloudformation, terraform, gitops, iac, infrastructure as code, kustomize, pulumi, saltstack
etcd, zookeeper, consul, raft, quorum, leader election, consensus, lost quorum, 选主, リーダー選出, クォーラム
aws, amazon web services, gcp, google cloud, azure, cloud provider, digitalocean, linode, hetzner, ovh
solr, lucene, elasticsearch, opensearch, search index, algolia
wireguard, ipsec, openvpn, vpn, tunnel
admission controller, admission controllers, admission webhook, validating webhook, mutating webhook, webhook, webhooks
kube-apiserver, apiserver, api server, master node, master nodes, control plane, etcd, kube-controller-manager
mining, cryptominer*, crypto mining, abusive, abuse, spam
route leak, prefix hijack, route announcement, routing table, as path, peering, bgp, autonomous system, ospf
switch fabric, core switch, switches, aggregation switch, 交换机, スイッチ, commutateur*, router, routers, top of rack
tls, ssl, certificate, https, x509, mtls, ca certificate
leap second, leap seconds, timezone, time zone, daylight saving, dst, fuseau horaire, zona horaria, horario de verano, fuso horario, horario de verao, zeitumstellung, zeitzone, schaltsekunde, heure d'ete, 时区, タイムゾーン, 闰秒, うるう秒, clock, ntp, leap day, leap year
os upgrade, os update, kernel, operating system, linux, ubuntu, debian, centos
driver, drivers, treiber, pilote, controlador, 驱动, ドライバ, firmware, bios
jvm heap, heap space, heap, gc, garbage collection, memory
bulkhead, load shedding, graceful degradation, circuit breaker
collation, utf8mb4, encoding, charset, unicode
us-east-1, az, availability zone, 可用区, アベイラビリティゾーン, zone outage, region outage, region, cloud region, eu-west-1
endpoint, endpoints, エンドポイント, api, apis
coredns, kube-dns, bind9, dns, nameserver, resolver, route53, unbound, nxdomain
saml, oauth, oidc, ldap, active directory, adfs, kerberos, identity provider, authentication, sso, single sign on, login, okta, keycloak
api key, api keys, access key, access keys, token, tokens, private key, password, passwords, secret, secrets, credentials, passwort*, mot de passe, contrasena*, senha*, 密码, 密钥, パスワード
hikari*, pgbouncer, connection pool, pgpool, proxysql
journald, fluentd, fluentbit, fluent-bit, logstash, loki, logs, log shipping, log shipper, splunk, cloudwatch logs, filebeat
postfix, imap, smtp, email, mail server, sendgrid, mailgun
pagerduty, opsgenie, alert, alertmanager, on call, oncall
iptables, security group, security groups, acl, acls, nftables, firewall, network policy, waf
elb, alb, nlb, haproxy, load balancer, target group, target groups, lb
npm, pypi, pip, maven, library, libraries, package, packages, dependency, dependencies
motherboard, power supply, psu, memory module, dimm, hardware failure, faulty hardware, disk failure
log4j, log4shell, heartbleed, rce, remote code execution, vulnerability, cve, exploit*, supply chain
malware, ransomware, phishing, malicious, hacked, hacker*, security breach, compromised, attacker
wrong command, human error, typo, manually, fat finger, operator
inotify, inode, inodes, ulimit, file descriptors, max_user_watches, inotify watches, sysctl
registrar, whois, domain renewal, domain name, domain
iam, iam role, iam policy, rbac, acl denied, permission, permissions, access denied, role
stripe, payment, checkout, paypal, adyen
subnet, cidr, address space, ip pool, dhcp, arp, vlan, nat, ip exhaustion, ip address, ip addresses, cni
ext4, xfs, btrfs, zfs, filesystem, file system
batch job, scheduler, nightly job, cron, cronjob, scheduled job
staging, test environment, preproduction, testing, test, tests, untested
ups battery, uninterruptible, ups failure, generator, generators, utility power, stromversorgung, power outage, usv, notstrom*, onduleur*
liveness, readiness, liveness probe, readiness probe, heartbeat*, 心跳, health check, health checks
postgres, mysql, mongo, oracle, sql server, mssql, cassandra, database, rds, aurora, dynamodb, cockroachdb
eks, gke, aks, kubernetes, openshift, k3s
quota, quotas, rate limit, throttl*, rate limited
`;

/** The kinds, each a list of variants as they are written. */
export const OPERATIONS_KINDS: readonly (readonly string[])[] = GROUPS.trim()
  .split('\n')
  .map((line) => line.split(',').map((variant) => variant.trim()));
