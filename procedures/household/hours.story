# Visiting, care and listening are assistance too: so many hours are granted, and each delivery is signed for.
story: Three services and their hours
kind:  household
rows:  75
place: 120103004010001
2024-03-04 09:00  aid_worker     open(a woman who does not leave her bed; hardship; 2; Qian)  following
           09:05  aid_worker     none: open(nobody at all; hardship; 0; Qian)  REFUSED when
           09:10  aid_worker     grant_service(home_care; community; 4; +60d 17:30)  REFUSED when
           09:20  aid_worker     record_consent(service; +300d 17:30; the signed sheet)  following
           09:30  aid_clerk      grant_service(home_care; community; 4; +60d 17:30)  REFUSED who
           09:31  aid_worker     grant_service(home_care; community; 0; +60d 17:30)  REFUSED law
           09:31  aid_worker     grant_service(home_care; community; -4; +60d 17:30)  REFUSED law
           09:32  aid_worker     grant_service(visiting; community; 2; +60d 17:30)  following
           09:33  aid_worker     grant_service(home_care; community; 4; +60d 17:30)  following
           09:34  aid_worker     grant_service(counselling; health_office; 1; +60d 17:30)  following  serve by 2024-05-03 17:30
2024-03-05 10:00  aid_worker     deliver_hours#1(2; what she signed)     following
           10:05  aid_worker     deliver_hours#1(1; another sheet)       REFUSED step
           10:10  aid_worker     deliver_hours#2(0; another sheet)       REFUSED law
           10:10  aid_worker     deliver_hours#2(25; another sheet)      REFUSED law
           10:11  aid_worker     deliver_hours#2(3; what her son signed)  following
           10:20  aid_worker     deliver_hours#3(1; what she signed then)  following
2024-03-08 10:00  aid_worker     deliver_hours#2(1; the last sheet)      following
           10:10  aid_worker     deliver_hours#2(1; one more)            REFUSED step
           10:20  aid_worker     grant_service(visiting; community; 9; +60d 17:30)  following
           10:30  aid_worker     end_service#4(she is with her daughter now)  following
