package org.jianzheng.environment;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

/** Rooms as they are kept. */
interface RoomStore extends Repository<Room, String> {

    Room saveAndFlush(Room room);

    Optional<Room> findById(String id);

    Optional<Room> findByOpenKey(String key);

    List<Room> findByClosedAtIsNullOrderByLabCodeAscNameAsc();

    Page<Room> findByClosedAtIsNullOrderByLabCodeAscNameAsc(Pageable page);

    Page<Room> findByLabCodeAndClosedAtIsNullOrderByName(String labCode, Pageable page);
}
