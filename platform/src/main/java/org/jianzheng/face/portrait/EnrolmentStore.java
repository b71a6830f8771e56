package org.jianzheng.face.portrait;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface EnrolmentStore extends Repository<FaceEnrolment, String> {

    FaceEnrolment saveAndFlush(FaceEnrolment enrolment);

    Optional<FaceEnrolment> findById(String id);

    Optional<FaceEnrolment> findByCurrentOf(String username);

    @Query("select e.currentOf from FaceEnrolment e where e.currentOf > :after order by e.currentOf")
    List<String> enrolled(String after, Pageable page);
}
