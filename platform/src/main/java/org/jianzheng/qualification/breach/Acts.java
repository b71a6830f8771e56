package org.jianzheng.qualification.breach;

import java.util.List;
import org.springframework.data.repository.Repository;

interface Acts extends Repository<BreachAct, String> {

    BreachAct save(BreachAct act);

    List<BreachAct> findByBreachIdOrderByDoneAt(String breachId);
}
