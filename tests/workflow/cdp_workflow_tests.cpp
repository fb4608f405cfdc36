#include <QObject>
#include <QTest>
class X : public QObject { Q_OBJECT };
QTEST_GUILESS_MAIN(X)
#include "cdp_workflow_tests.moc"
