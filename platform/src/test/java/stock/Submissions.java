package stock;

import org.springframework.data.jpa.repository.JpaRepository;

interface Submissions extends JpaRepository<Submission, String> {}
