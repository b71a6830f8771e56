package org.jianzheng.breach;

import java.util.List;
import org.springframework.data.repository.Repository;

interface BreachActs extends Repository<BreachAct, String> {

    BreachAct save(BreachAct act);

    List<BreachAct> findByBreachIdOrderByDoneAt(String breachId);
}
