-- AlterEnum
ALTER TYPE "HerinneringSoort" ADD VALUE 'na_afloop' AFTER 'dag_ervoor';
