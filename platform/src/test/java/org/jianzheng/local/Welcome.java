package org.jianzheng.local;

import java.time.Duration;

/** The last thing printed: where everything is and who can sign in. */
final class Welcome {

    private Welcome() {}

    static void print(int port, int keycloakPort, int machinePort, int machineTlsPort, Duration took) {
        Say.plain(
                """

                见证 · 建设工程质量检测平台 已启动，用时 %d 秒

                  控制台      http://localhost:%2$d/
                  任务列表    http://localhost:%2$d/camunda/app/tasklist/default/
                  接口说明    http://localhost:%2$d/v3/api-docs
                  身份认证    http://localhost:%3$d/admin/jianzheng/console/（管理员 admin）

                  力值采集    http://localhost:%2$d/runs
                  设备接入    mqtt://localhost:%4$d，mqtts://localhost:%5$d（用户名为设备编号；证书 .local/keys/machines-ca.pem）

                  演示账号（密码均为 Jianzheng-2026）
                    commissioner 陈思远 建设单位委托人    sampler   王海涛 施工单位取样员    witness      赵敏   监理单位见证员
                    receiver     林晓燕 收样员            tester    张伟   检测员            reviewer     吴静   审核人
                    signatory    郑国安 授权签字人        labadmin  何建明 检测机构管理员    tester2      马文博 另一机构检测员
                    technicalhead 秦志远 技术负责人
                    supervisor   杨国栋 监督员            stationadmin 高洁 监督站管理员     admin        系统管理员（流程引擎）

                  按 Ctrl-C 停止，数据保留
                """
                        .formatted(took.toSeconds(), port, keycloakPort, machinePort, machineTlsPort));
    }
}
