package org.jianzheng.environment;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Rooms as they are kept. */
interface RoomStore extends Repository<Room, String> {

    Room saveAndFlush(Room room);

    Optional<Room> findById(String id);

    Optional<Room> findByOpenKey(String key);

    List<Room> findByClosedAtIsNullOrderByLabCodeAscNameAsc();

    List<Room> findByLabCodeAndClosedAtIsNullOrderByName(String labCode);
}
