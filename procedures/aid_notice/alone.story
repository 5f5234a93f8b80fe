# Without an application nothing is published, so there is nothing to object to.
story: A notice without an application
kind:  aid_notice
place: 120103004010001
2024-03-04 09:00  aid_clerk      put_up(subsistence; monthly; 3; 1080)   up
           09:10  aid_worker     object(there is a second flat)          REFUSED when
