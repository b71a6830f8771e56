package org.jianzheng.commission;

/**
 * A project in the register, its parties by name.
 *
 * @param supervisionRegNo 监督注册号
 * @param permitNo 施工许可证号
 */
public record ProjectLine(
        String code,
        String name,
        String address,
        String supervisionRegNo,
        String permitNo,
        String developer,
        String contractor,
        String supervision) {}
